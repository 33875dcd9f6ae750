package io.updraft.events.json;

import static io.updraft.events.json.EventJsonTest.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.updraft.events.json.ReadResult.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that cannot be read is told as such with the reason, and never throws. */
class BadMessagesTest {
  private final EventJson json = new EventJson();

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "7", "[]", "{}", "{\"id\":", "not json", "{\"data\": {}}", "\0"})
  void doesNotReadWhatIsNoEnvelope(String message) {
    assertThat(json.read(message)).isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "0b6c1d7e-7f0a-4f55-9f5e-2f6a1c9d3e10" | "7"           | UUID
          "2026-11-24T06:46:45.123Z"             | "yesterday"   | ISO 8601
          "dev-1"                                | " "           | device_id is missing or blank
          "device_id"                            | "device"      | device_id is missing or blank
          {"device_id": "dev-1"}                 | 7             | data is not an object
          {"device_id": "dev-1"}                 | null          | data is not an object
          "type"                                 | "kind"        | type is missing
          "device_service"                       | ""            | source is missing or blank
          "version"                              | "revision"    | version is missing
          "id"                                   | "uuid"        | id is missing
          {"organization_id": "org-1"}           | 7             | metadata
          "1.0.0"                                | "2.0.0"       | version 2.0.0 of device.deleted
          """,
      quoteCharacter = '~')
  void saysWhatIsWrongWithAMessage(String part, String wrong, String reason) {
    assertThat(json.read(MESSAGE.replace(part, wrong)))
        .isInstanceOfSatisfying(
            Unreadable.class, unreadable -> assertThat(unreadable.reason()).contains(reason));
  }

  @Test
  void doesNotReadAMissingCountAsNone() {
    String message = MESSAGE.replace("device.deleted", "telemetry.data.received");

    assertThat(json.read(message))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).startsWith("metrics_count: "));
  }

  @Test
  void doesNotReadACampaignWithoutItsCounters() {
    String data =
        """
        {"campaign_id": "camp-1", "name": "autumn", "firmware_id": "fw-1", "acted_by": "system"}""";
    String message =
        MESSAGE
            .replace("device.deleted", "campaign.paused")
            .replace("{\"device_id\": \"dev-1\"}", data);

    assertThat(json.read(message))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("total_devices"));
  }

  @Test
  void doesNotReadWhatFollowsAnEnvelope() {
    assertThat(json.read(MESSAGE + "{}")).isInstanceOf(Unreadable.class);
  }

  @Test
  void survivesDeepNesting() {
    String deep = "[".repeat(100_000);

    assertThat(json.read(MESSAGE.replace("null", deep))).isInstanceOf(Unreadable.class);
  }

  @Test
  void survivesBytesThatAreNotUtf8() {
    byte[] message = MESSAGE.replace("dev-1", "dév-1").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(json.read(message)).isInstanceOf(Unreadable.class);
  }

  @Test
  void survivesBytesThatWereChangedAtRandom() {
    long seed = new SplittableRandom().nextLong();
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] message = damaged(random);
      assertThatCode(() -> json.read(message))
          .as("seed %d: %s", seed, new String(message, StandardCharsets.ISO_8859_1))
          .doesNotThrowAnyException();
    }
  }

  private static byte[] damaged(RandomGenerator random) {
    byte[] message = MESSAGE.getBytes(StandardCharsets.UTF_8);
    for (int n = random.nextInt(1, 4); n > 0; n--) {
      // From the message itself, so that many results are JSON still.
      byte another = random.nextInt(4) == 0 ? (byte) random.nextInt() : any(message, random);
      message[random.nextInt(message.length)] = another;
    }
    return Arrays.copyOf(message, random.nextInt(8) == 0 ? message.length / 2 : message.length);
  }

  private static byte any(byte[] message, RandomGenerator random) {
    return message[random.nextInt(message.length)];
  }
}
