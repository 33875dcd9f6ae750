package io.updraft.outbox.nats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import io.updraft.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a function shows the broker; never in a log. */
public sealed interface NatsCredentials {
  /** The plain variable; the secret is named by the one with {@code _SECRET} at its end. */
  String VARIABLE = "NATS_CREDENTIALS";

  /** The text of a {@code .creds} file: a JWT and the seed of a key. */
  record Creds(String text) implements NatsCredentials {
    @Override
    public void addTo(Options.Builder options) {
      options.authHandler(Nats.staticCredentials(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
      return "Creds";
    }
  }

  /** A user of the server's own configuration. */
  record Password(String user, String password) implements NatsCredentials {
    @Override
    public void addTo(Options.Builder options) {
      options.userInfo(user, password);
    }

    @Override
    public String toString() {
      return "Password of " + user;
    }
  }

  void addTo(Options.Builder options);

  /** Those of the environment, where it has or names any. */
  static Optional<NatsCredentials> find(Environment environment) {
    return Secrets.find(environment, VARIABLE).map(NatsCredentials::parse);
  }

  /** JSON is how Secrets Manager generates and rotates a user with a password. */
  private static NatsCredentials parse(String text) {
    return text.startsWith("{") ? password(text) : new Creds(text);
  }

  private static Password password(String json) {
    try {
      JsonNode user = new JsonMapper().readTree(json);
      if (user.path("username").isTextual() && user.path("password").isTextual()) {
        return new Password(user.path("username").textValue(), user.path("password").textValue());
      }
    } catch (JsonProcessingException unreadable) {
      // Answered below; the exception would show the text.
    }
    throw new InvalidEnvironment(
        VARIABLE + " must be the text of a .creds file, or JSON with username and password");
  }
}
