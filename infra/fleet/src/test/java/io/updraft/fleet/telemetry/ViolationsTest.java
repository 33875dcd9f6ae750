package io.updraft.fleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private final Violations violations = new Violations();

  private static Batch batch(double value, long... seconds) {
    Batch.Draft draft = new Batch.Draft();
    for (long second : seconds) {
      draft.add(new Point("temperature", NOW.plusSeconds(second), value, "°C"));
    }
    return draft.sealed("batch");
  }

  private void sent(double value, long... seconds) {
    Batch batch = batch(value, seconds);
    violations.begin(batch);
    violations.confirm(batch);
  }

  private static JsonNode alert(String status, int count) {
    return Json.of(Map.of("status", status, "violation_count", count, "resolved_by", "system"));
  }

  private Optional<String> difference(long seconds, JsonNode... alerts) {
    return violations.difference(List.of(alerts), NOW.plusSeconds(seconds));
  }

  @Test
  void threeWithinTheWindowCallForAnAlert() {
    sent(80.1, 0, 100);
    assertThat(difference(100)).isEmpty();
    sent(80.1, 300);

    assertThat(difference(300)).contains("no alert, and 3 points broke the rule");
    assertThat(difference(300, alert("active", 3))).isEmpty();
    assertThat(difference(300, alert("acknowledged", 3))).isEmpty();
  }

  @Test
  void noAlertWhereTheLimitIsNotPassedOrThePointsAreFarApart() {
    sent(80, 0, 1, 2);
    sent(90, 100, 250, 401);

    assertThat(difference(401)).isEmpty();
    assertThat(difference(401, alert("active", 3)))
        .contains("an alert, and 3 points broke the rule");
  }

  @Test
  void pointsBeforeTheFirstFullWindowDoNotCount() {
    sent(90, 0, 400, 410, 420);

    assertThat(difference(420, alert("active", 3))).isEmpty();
    assertThat(difference(420, alert("active", 4))).contains("4 violations in the alert, 3 sent");
  }

  @Test
  void whatWasNotAnsweredMayHaveArrived() {
    sent(90, 0, 1);
    violations.begin(batch(90, 2));

    assertThat(violations.callForAlert()).isFalse();
    assertThat(difference(2)).isEmpty();
    assertThat(difference(2, alert("active", 3))).isEmpty();
  }

  @Test
  void oneRuleHasOneAlert() {
    sent(90, 0, 1, 2);

    assertThat(difference(2, alert("active", 3), alert("active", 3)))
        .contains("2 alerts of one rule");
  }

  @Test
  void isResolvedOnceItWasCoolForLongEnough() {
    sent(90, 0, 1, 2);
    sent(20, 3, 4);

    assertThat(difference(302, alert("resolved", 3))).contains("resolved too early by system");
    assertThat(difference(302, alert("active", 3))).isEmpty();
    assertThat(difference(303, alert("resolved", 3))).isEmpty();
    assertThat(difference(453, alert("active", 3))).isEmpty();
    assertThat(difference(454, alert("active", 3)))
        .contains("cool since 2026-03-01T08:00:03Z, and the alert is active");
  }

  @Test
  void isNotResolvedWhereItHasBecomeHotAgainOrIsSilent() {
    sent(90, 0, 1, 2);
    assertThat(difference(1_000, alert("active", 3))).isEmpty();
    sent(20, 3);
    sent(90, 4);

    assertThat(difference(1_000, alert("active", 4))).isEmpty();
    assertThat(difference(1_000, alert("resolved", 4))).contains("resolved too early by system");
  }
}
