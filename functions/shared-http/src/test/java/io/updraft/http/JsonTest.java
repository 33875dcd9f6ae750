package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
  record Firmware(
      String firmwareId,
      boolean isBeta,
      @Nullable String changelog,
      Instant createdAt,
      Role role) {}

  @Test
  void writesRecordsInSnakeCaseWithNullsTimesAndNames() {
    Instant time = Instant.parse("2026-11-24T11:00:00.123456Z");
    Firmware firmware = new Firmware("é", true, null, time, Role.FIRMWARE_MANAGER);

    assertThat(new String(Json.write(firmware), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"firmware_id":"é","is_beta":true,"changelog":null,\
            "created_at":"2026-11-24T11:00:00.123Z","role":"firmware_manager"}""");
  }

  @Test
  void leavesTheKeysOfMapsAsTheyAre() {
    assertThat(new String(Json.write(Map.of("keyOf", List.of(1))), StandardCharsets.UTF_8))
        .isEqualTo("{\"keyOf\":[1]}");
  }

  @Test
  void refusesMoreValuesThanFitIntoMemory() {
    assertThat(Json.read(listOf(100_000)).size()).isEqualTo(100_000);

    assertThatThrownBy(() -> Json.read(listOf(400_000)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("MALFORMED");
  }

  private static byte[] listOf(int objects) {
    String list = "[" + "{},".repeat(objects - 1) + "{}]";
    return list.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(Json.read(Json.write(Map.of("a", 1.5))).path("a").asDouble()).isEqualTo(1.5);
  }
}
