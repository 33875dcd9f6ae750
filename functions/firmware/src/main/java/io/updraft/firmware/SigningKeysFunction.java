package io.updraft.firmware;

import io.updraft.firmware.domain.SigningKeys;
import io.updraft.firmware.keys.AddKeyHandler;
import io.updraft.firmware.keys.DeleteKeyHandler;
import io.updraft.firmware.keys.ListKeysHandler;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Keeps the keys that firmware signatures are checked against. */
public final class SigningKeysFunction extends HttpFunction {

  /** Wires the function from its environment. */
  public SigningKeysFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  SigningKeysFunction(Environment environment, Clock clock) {
    super(routes(new TableWiring(environment).signingKeys(), clock));
  }

  private static Routes routes(SigningKeys keys, Clock clock) {
    return Routes.routes(clock)
        .route("POST /api/v1/admin/signing-keys", Rights.KEYS, new AddKeyHandler(keys, clock))
        .route("GET /api/v1/admin/signing-keys", Rights.KEYS, new ListKeysHandler(keys))
        .route(
            "DELETE /api/v1/admin/signing-keys/{signing_key_id}",
            Rights.KEYS,
            new DeleteKeyHandler(keys))
        .build();
  }
}
