package io.updraft.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {
  private static final Instant TIME = Instant.parse("2026-11-24T06:46:45.123456789Z");

  @Test
  void namesItsTypeAndSource() {
    Event event = new AlertRuleUpdated("rule-1", "too hot", "user-7", TIME);

    assertThat(event.type()).isEqualTo("alert.rule.updated");
    assertThat(event.source()).isEqualTo("telemetry_service");
  }

  @Test
  void isAboutItsOwnEntityAndNotAnother() {
    assertThat(new UpdateStarted("upd-1", "dev-1", "fw-1", "2", "camp-1", TIME).subject())
        .isEqualTo("upd-1");
    assertThat(new AlertAcknowledged("alert-1", "rule-1", "dev-1", "user-7", TIME).subject())
        .isEqualTo("alert-1");
    assertThat(new RollbackInitiated("rb-1", "dev-1", "2", "1", "manual", TIME).subject())
        .isEqualTo("rb-1");
  }

  @Test
  void takesSubjectAndTimeFromTheChangeThatItWraps() {
    Counters counters = Counters.of(1, 0, 0, 0, 0);
    Event event =
        new CampaignPaused(
            new CampaignChange("camp-1", "autumn", "fw-1", counters, "user-7", TIME));

    assertThat(event.subject()).isEqualTo("camp-1");
    assertThat(event.timestamp()).isEqualTo("2026-11-24T06:46:45.123Z");
  }

  @Test
  void keepsWholeMilliseconds() {
    assertThat(new UserDeleted("user-7", TIME).timestamp()).isEqualTo("2026-11-24T06:46:45.123Z");
  }

  @Test
  void refusesABlankRequiredFieldByItsNameOnTheWire() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UpdateStarted("upd-1", " ", "fw-1", "2.1.0", null, TIME))
        .withMessageContaining("device_id");
  }

  @Test
  void refusesNegativeCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TelemetryDataReceived("dev-1", 1, -1, TIME))
        .withMessageContaining("points_count");
  }

  @Test
  void copiesItsLists() {
    List<String> channels = new ArrayList<>(List.of("ops"));
    var event =
        new AlertTriggered(
            "alert-1", "rule-1", "hot", "dev-1", "t", "error", "81", "80", TIME, channels);

    channels.add("mail");

    assertThat(event.notificationChannels()).containsExactly("ops");
  }

  @Test
  void countersAddUpToTheirTotal() {
    assertThat(Counters.of(900, 10, 80, 7, 3).total()).isEqualTo(1000);
  }

  @Test
  void aFamilyOfEventsHasNoSubjectOfItsOwn() {
    assertThatIllegalArgumentException().isThrownBy(() -> NatsSubject.of(UpdateEvent.class));
  }
}
