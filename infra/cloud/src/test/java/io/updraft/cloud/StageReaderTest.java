package io.updraft.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.lambda.InvalidEnvironment;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageReaderTest {
  @Test
  void devNeedsNothingButAnAccount() {
    StageSettings dev = StageReader.read(TestStage.FOLDER, Map.of("account", "111111111111"));

    assertThat(dev.name("nats")).isEqualTo("updraft-dev-nats");
    assertThat(dev.domains()).isEmpty();
    assertThat(dev.nats()).isInstanceOf(Nats.Existing.class);
  }

  @Test
  void contextStandsOverTheFileOfTheStage() {
    Map<String, String> context = TestStage.context();
    context.put("natsVolumeGiB", "8");
    context.put("parameter.JwtIssuer", "https://issuer");
    StageSettings prod = StageReader.read(TestStage.FOLDER, context);

    assertThat(((Nats.Cluster) prod.nats()).volumeGiB()).isEqualTo(8);
    assertThat(prod.parameters()).containsEntry("JwtIssuer", "https://issuer");
  }

  @ParameterizedTest
  @CsvSource({
    "account, 12345",
    "natsImage, latest",
    "natsVolumeGiB, 1",
    "natsInstance, m7i.large",
    "natsArchive, https://example.com/nats",
    "operatorsCertificate, arn:aws:acm:eu-central-1:1:certificate/1",
    "devicesCertificate, arn:aws:acm:us-east-1:1:certificate/1",
    "trustStore, trust.pem",
    "devicesDomain, 'devices example'",
    "nats, elsewhere"
  })
  void namesWhatIsWrong(String setting, String value) {
    Map<String, String> context = TestStage.context();
    context.put(setting, value);

    assertThatThrownBy(() -> StageReader.read(TestStage.FOLDER, context))
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContaining(setting);
  }

  @Test
  void namesWhatIsMissing() {
    Map<String, String> context = TestStage.context();
    context.remove("devicesDomain");

    assertThatThrownBy(() -> StageReader.read(TestStage.FOLDER, context))
        .hasMessageContaining("devicesDomain is missing");
  }

  @Test
  void refusesAPasswordInAnAddress() {
    Map<String, String> context = new HashMap<>(Map.of("account", "111111111111"));
    context.put("natsUrl", "nats://user:password@host");

    assertThatThrownBy(() -> StageReader.read(TestStage.FOLDER, context))
        .hasMessageContaining("natsUrl");
  }

  @Test
  void unknownStageIsSaid() {
    assertThatThrownBy(() -> StageReader.read(TestStage.FOLDER, Map.of("stage", "moon")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("moon");
  }
}
