package io.updraft.secrets;

import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import java.util.Optional;

/**
 * A secret of a function. In the cloud {@code X_SECRET} names it, by name or ARN, and the text
 * comes from Secrets Manager: whoever may see the function's configuration does not see the secret.
 * On one machine {@code X} holds the text itself.
 *
 * <p>It is read once, when the function starts, so that a request never waits for it; a rotated
 * secret reaches a function when it starts again.
 */
public final class Secrets {
  private static final String BY_REFERENCE = "_SECRET";

  private Secrets() {}

  /**
   * The text of a secret, or nothing where neither variable is set.
   *
   * @param variable the plain one, {@code X}
   * @throws InvalidEnvironment where both are set, or there is no such text
   * @throws io.updraft.lambda.DependencyUnavailable where Secrets Manager does not answer
   */
  public static Optional<String> find(Environment environment, String variable) {
    String reference = variable + BY_REFERENCE;
    Optional<String> plain = environment.find(variable);
    Optional<String> name = environment.find(reference);
    if (plain.isPresent() && name.isPresent()) {
      throw new InvalidEnvironment("Only one of " + variable + " and " + reference + " may be set");
    }
    return name.map(secret -> new SecretsManager(environment).text(reference, secret))
        .or(() -> plain);
  }
}
