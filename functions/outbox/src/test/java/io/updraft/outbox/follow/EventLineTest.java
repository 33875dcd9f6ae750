package io.updraft.outbox.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.outbox.Samples;
import org.junit.jupiter.api.Test;

class EventLineTest {
  private final EventLine line = new EventLine();

  private String of(String message) {
    return line.of("ota_service.update.started", message.getBytes(UTF_8));
  }

  @Test
  void showsTimeSubjectEntitySequenceAndData() {
    assertThat(of(Samples.event("upd_1", 3).json()))
        .startsWith(
            "2026-11-24T06:00:00.123Z ota_service.update.started upd_1 #3 {\"update_id\":\"upd_1\"");
  }

  @Test
  void cutsTheData() {
    assertThat(of(Samples.large("upd_1", 3, 10_000).json())).hasSizeLessThan(300).endsWith("…");
  }

  @Test
  void showsWhatIsNoEventWithoutItsControlCharacters() {
    assertThat(of("\u001b[31mred\n")).isEqualTo("? ota_service.update.started  [31mred ");
  }

  @Test
  void isOneLineWhateverTheEventHolds() {
    assertThat(of("{\"subject\": \"a\\nb\\u001b[31m\", \"data\": {}}"))
        .doesNotContain("\n", "\u001b");
  }
}
