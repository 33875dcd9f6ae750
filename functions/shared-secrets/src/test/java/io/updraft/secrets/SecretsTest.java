package io.updraft.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import io.updraft.testing.FakeService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a server that speaks as Secrets Manager does. */
class SecretsTest {
  private static final String ARN = "arn:aws:secretsmanager:eu-central-1:1:secret:nats-abcdef";

  private final FakeService manager = new FakeService();

  /** Where the SDK finds them; functions get theirs from Lambda. */
  @BeforeAll
  static void credentials() {
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  @AfterAll
  static void noCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @AfterEach
  void stop() {
    manager.close();
  }

  private Optional<String> find(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("AWS_REGION", "eu-central-1");
    all.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", manager.address().toString());
    return Secrets.find(Environment.of(all), "TOKEN");
  }

  private Optional<String> named() {
    return find(Map.of("TOKEN_SECRET", ARN));
  }

  @Test
  void readsTheTextOfTheNamedSecret() {
    manager.answers(200, "{\"Name\":\"nats\",\"SecretString\":\" s3cret\\n\"}");

    assertThat(named()).contains("s3cret");
    FakeService.Call call = manager.calls().getFirst();
    assertThat(call.header("X-amz-target")).isEqualTo("secretsmanager.GetSecretValue");
    assertThat(call.body()).contains(ARN);
  }

  @Test
  void plainVariableNeedsNoSecretsManager() {
    assertThat(find(Map.of("TOKEN", "plain", "TOKEN_SECRET", " "))).contains("plain");
    assertThat(find(Map.of())).isEmpty();
    assertThat(manager.calls()).isEmpty();
  }

  @Test
  void twoSourcesAreRefusedBeforeOneIsAsked() {
    assertThatThrownBy(() -> find(Map.of("TOKEN", "plain", "TOKEN_SECRET", ARN)))
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContainingAll("TOKEN", "TOKEN_SECRET")
        .hasMessageNotContaining("plain");
    assertThat(manager.calls()).isEmpty();
  }

  @Test
  void missingSecretIsAMistakeInTheSettings() {
    manager.answers(400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"no\"}");

    assertThatThrownBy(this::named)
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContainingAll("TOKEN_SECRET", "ResourceNotFoundException");
    assertThat(manager.calls()).hasSize(1);
  }

  @Test
  void secretWithoutPermissionIsAMistakeInTheSettings() {
    manager.answers(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}");

    assertThatThrownBy(this::named)
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContaining("AccessDeniedException");
  }

  @Test
  void binarySecretIsAMistakeInTheSettings() {
    manager.answers(200, "{\"Name\":\"nats\",\"SecretBinary\":\"c2VjcmV0\"}");

    assertThatThrownBy(this::named)
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContaining("no text");
  }

  @Test
  void failureOfTheServiceIsTriedThreeTimes() {
    manager.answers(500);

    assertThatThrownBy(this::named).isInstanceOf(DependencyUnavailable.class);
    assertThat(manager.calls()).hasSize(3);
  }

  @Test
  void throttlingIsNoMistakeInTheSettings() {
    manager.answers(400, "{\"__type\":\"ThrottlingException\",\"Message\":\"slower\"}");

    assertThatThrownBy(this::named).isInstanceOf(DependencyUnavailable.class);
  }

  @Test
  void silenceEndsWithinTheTimeOfAStart() {
    manager.answers(FakeService.SILENCE);
    Instant begin = Instant.now();

    assertThatThrownBy(this::named).isInstanceOf(DependencyUnavailable.class);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }
}
