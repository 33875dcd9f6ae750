package io.updraft.secrets;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * AWS Secrets Manager. Three attempts, and all of them within the ten seconds that Lambda gives a
 * function to start.
 */
final class SecretsManager {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(7);
  private static final Duration COME_BACK = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 3;
  private static final int SERVER = 500;

  private final Environment environment;

  SecretsManager(Environment environment) {
    this.environment = environment;
  }

  /**
   * The text of a secret, blanks around it removed.
   *
   * @param variable that names it, for the message when it can't be read
   */
  String text(String variable, String secret) {
    try (SecretsManagerClient client = client()) {
      return usable(variable, client.getSecretValue(r -> r.secretId(secret)).secretString());
    } catch (SecretsManagerException refused) {
      throw isRefusal(refused) ? unreadable(variable, code(refused)) : away(refused);
    } catch (SdkException failed) {
      throw away(failed);
    }
  }

  private static String usable(String variable, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw unreadable(variable, "it has no text");
    }
    return text.strip();
  }

  /** What would be refused again: no such secret, no permission, no key to decrypt it. */
  private static boolean isRefusal(SecretsManagerException answer) {
    return answer.statusCode() < SERVER && !answer.isThrottlingException();
  }

  private static String code(SecretsManagerException answer) {
    return answer.awsErrorDetails() == null
        ? "status " + answer.statusCode()
        : answer.awsErrorDetails().errorCode();
  }

  private static InvalidEnvironment unreadable(String variable, String why) {
    return new InvalidEnvironment(variable + " names a secret that can't be read: " + why);
  }

  private static DependencyUnavailable away(SdkException cause) {
    return new DependencyUnavailable("Secrets Manager", COME_BACK, cause);
  }

  private SecretsManagerClient client() {
    SecretsManagerClientBuilder builder =
        SecretsManagerClient.builder()
            .region(Region.of(environment.text("AWS_REGION")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
            .overrideConfiguration(
                o ->
                    o.apiCallTimeout(ALL_ATTEMPTS)
                        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)));
    environment.findUri("AWS_ENDPOINT_URL_SECRETS_MANAGER").ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
