package io.updraft.firmware.keys;

import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.PublicKeyPem;
import io.updraft.firmware.domain.SigningKey;
import io.updraft.firmware.domain.SigningKeys;
import io.updraft.firmware.view.Actors;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;
import java.util.Optional;

/**
 * {@code POST /api/v1/admin/signing-keys}: {@code name} and {@code public_key} in PEM, of Ed25519
 * or ECDSA P-256. The same key again answers with the one that exists.
 */
public final class AddKeyHandler implements Operation {
  private final SigningKeys keys;
  private final Clock clock;

  public AddKeyHandler(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Fields fields = request.json();
    String name = fields.text("name", 1, 200);
    String pem = fields.text("public_key", 1, 2000);
    Optional<PublicKeyPem> publicKey = PublicKeyPem.parse(pem);
    if (!pem.isEmpty() && publicKey.isEmpty()) {
      fields.reject("public_key", "must be a public key of Ed25519 or ECDSA P-256 in PEM");
    }
    fields.throwIfInvalid();
    return add(key(name, publicKey.orElseThrow(), Actors.of(request, clock)));
  }

  private HttpResponse add(SigningKey key) {
    if (keys.add(key)) {
      return HttpResponse.created(KeyView.of(key));
    }
    SigningKey existing = keys.find(key.organization(), key.signingKeyId()).orElse(key);
    return HttpResponse.ok(KeyView.of(existing));
  }

  private static SigningKey key(String name, PublicKeyPem publicKey, Actor actor) {
    String id = SigningKey.idOf(publicKey);
    return new SigningKey(id, actor.organization(), name, publicKey, actor.user(), actor.at());
  }
}
