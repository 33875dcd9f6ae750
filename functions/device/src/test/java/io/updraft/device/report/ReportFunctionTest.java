package io.updraft.device.report;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Course;
import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFunctionTest {
  private static final String UPDATE = Samples.scheduled().id();

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances clearances = new FakeClearances();
  private final ReportFunction function =
      new ReportFunction(
          updates, updates.asRollbacks(), clearances, clearances, false, MutableClock.at(NOW));

  @BeforeEach
  void oneUpdate() {
    updates.add(device("acme", DEVICE, NOW));
    updates.add(Samples.scheduled());
    clearances.gate(CAMPAIGN, CampaignGate.OPEN);
  }

  private ApiAnswer report(String body) {
    return as("acme", DEVICE, body);
  }

  private ApiAnswer as(String organization, String deviceId, String body) {
    return ApiCall.of("POST /api/v1/ota/updates/{update_id}/status")
        .path("update_id", UPDATE)
        .asDevice(organization, deviceId)
        .json(body)
        .on(function);
  }

  @Test
  void followsTheDeviceFromStartToEnd() {
    report("{\"status\":\"in_progress\"}");
    report("{\"status\":\"downloading\",\"download_progress\":50}");
    report("{\"status\":\"verifying\",\"checksum_verified\":true}");
    report("{\"status\":\"installing\",\"install_progress\":10}");
    report("{\"status\":\"rebooting\"}");
    ApiAnswer answer = report("{\"status\":\"completed\",\"firmware_version\":\"2.0.0\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("completed");
    assertThat(answer.json().path("progress_percentage").asDouble()).isEqualTo(100);
    assertThat(answer.json().path("checksum_verified").asBoolean()).isTrue();
    assertThat(updates.events()).containsExactly("update.started", "update.completed");
  }

  @Test
  void leavesNothingToTellWithoutADeviceService() {
    report("{\"status\":\"completed\"}");

    assertThat(Outstanding.telling(updates.get(UPDATE))).isFalse();
    assertThat(updates.get(UPDATE).course().dueAt()).isNull();
  }

  @Test
  void leavesTheCompletionToBeToldToADeviceService() {
    ReportFunction telling =
        new ReportFunction(
            updates, updates.asRollbacks(), clearances, clearances, true, MutableClock.at(NOW));

    ApiAnswer answer =
        ApiCall.of("POST /api/v1/ota/updates/{update_id}/status")
            .path("update_id", UPDATE)
            .asDevice("acme", DEVICE)
            .json("{\"status\":\"completed\"}")
            .on(telling);

    assertThat(answer.text("status")).isEqualTo("completed");
    assertThat(Outstanding.telling(updates.get(UPDATE))).isTrue();
    assertThat(updates.get(UPDATE).settled()).isTrue();
    assertThat(updates.events()).containsExactly("update.completed");
  }

  @Test
  void answersALateReportAndChangesNothing() {
    report("{\"status\":\"completed\"}");

    ApiAnswer late = report("{\"status\":\"downloading\",\"download_progress\":10}");

    assertThat(late.status()).isEqualTo(200);
    assertThat(late.text("status")).isEqualTo("completed");
    assertThat(updates.events()).containsExactly("update.completed");
  }

  @Test
  void decidesAnewWhereSomebodyElseWasFaster() {
    updates.overtake(3);

    assertThat(report("{\"status\":\"completed\"}").text("status")).isEqualTo("completed");
    assertThat(updates.events()).containsExactly("update.completed");
  }

  @Test
  void endsWhatTheCampaignHasStoppedBeforeTheDeviceBegan() {
    clearances.gate(CAMPAIGN, CampaignGate.CANCELLED);

    ApiAnswer answer = report("{\"status\":\"in_progress\"}");

    assertThat(answer.text("status")).isEqualTo("cancelled");
    assertThat(updates.events()).containsExactly("update.cancelled");
  }

  @Test
  void endsWhatARecallHasStoppedBeforeTheDeviceBegan() {
    clearances.status(FirmwareStatus.RECALLED);

    assertThat(report("{\"status\":\"in_progress\"}").text("status")).isEqualTo("cancelled");
  }

  @Test
  void takesTheConfirmationOfACancellation() {
    report("{\"status\":\"installing\"}");
    updates.add(updates.get(UPDATE).cancelled("stop", NOW));

    assertThat(report("{\"status\":\"cancelled\"}").text("status")).isEqualTo("cancelled");
  }

  @Test
  void keepsWhatTheDeviceSaysOfItsFailure() {
    ApiAnswer answer =
        report(
            "{\"status\":\"failed\",\"error_code\":\"DISK_FULL\",\"error_message\":\"no room\"}");

    assertThat(answer.text("error_code")).isEqualTo("DISK_FULL");
    assertThat(updates.get(UPDATE).status()).isEqualTo(UpdateStatus.FAILED);
  }

  @Test
  void namesEveryWrongField() {
    ApiAnswer answer =
        report(
            "{\"status\":\"scheduled\",\"download_progress\":101,\"firmware_version\":\"two\","
                + "\"checksum_verified\":\"yes\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "status", "download_progress", "firmware_version", "checksum_verified");
    assertThat(updates.get(UPDATE)).isEqualTo(Samples.scheduled());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"status\":\"in_progress\"}}"})
  void refusesWhatCannotBeParsed(String body) {
    assertThat(report(body).status()).isEqualTo(400);
  }

  @Test
  void saysWhenToComeBackWhereOthersAreAlwaysFaster() {
    updates.overtake(8);

    assertThat(report("{\"status\":\"completed\"}").status()).isEqualTo(503);
  }

  @Test
  void takesADeviceBackThatIsNotWell() {
    clearances.earlier("1.0.0", FirmwareStatus.DEPRECATED);
    updates.add(Samples.scheduled(Samples.triggers(RollbackTrigger.HEALTH_CHECK)));

    ApiAnswer answer = report("{\"status\":\"rebooting\",\"healthy\":false}");

    assertThat(answer.text("error_code")).isEqualTo("UNHEALTHY");
    assertThat(updates.events())
        .containsExactly("update.failed", "update.created", "rollback.initiated");
    assertThat(updates.get(UPDATE).rollbackDue()).isFalse();
    Rollback rollback = updates.rollbacks().getFirst();
    assertThat(rollback.rollbackId()).isEqualTo(UPDATE.replace("upd_", "rbk_"));
    Update back = updates.get(String.valueOf(rollback.updateId()));
    assertThat(back.assignment().firmwareVersion()).isEqualTo("1.0.0");
    assertThat(back.assignment().priority()).isEqualTo(Priority.EMERGENCY);
  }

  @Test
  void leavesTheRollbackToTheSweepWhereItCannotBegin() {
    updates.breakRollbacks();
    updates.add(Samples.scheduled(Samples.triggers(RollbackTrigger.HEALTH_CHECK)));

    ApiAnswer answer = report("{\"status\":\"rebooting\",\"healthy\":false}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(updates.get(UPDATE).rollbackDue()).isTrue();
    assertThat(updates.get(UPDATE).course().dueAt()).isEqualTo(NOW);
  }

  @Test
  void waitsWithTheRollbackWhileTheDeviceHasAnother() {
    clearances.earlier("1.0.0", FirmwareStatus.AVAILABLE);
    updates.add(
        new Update(
                Samples.going("upd_01KFX0000000000000000000AC", FakeClearances.idOf("1.0.0")),
                Course.created(NOW))
            .scheduled(NOW));
    updates.add(Samples.scheduled(Samples.triggers(RollbackTrigger.HEALTH_CHECK)));

    report("{\"status\":\"rebooting\",\"healthy\":false}");
    report("{\"status\":\"rebooting\",\"healthy\":false}");

    assertThat(updates.rollbacks()).isEmpty();
    assertThat(updates.get(UPDATE).rollbackDue()).isTrue();
    assertThat(updates.get(UPDATE).course().dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void letsTheTimeRestWhileTheSwitchIsHeldBack() {
    clearances.gate(CAMPAIGN, CampaignGate.HOLD);
    updates.add(Samples.scheduled(Samples.blueGreen()));

    report("{\"status\":\"installing\",\"install_progress\":100}");

    assertThat(updates.get(UPDATE).installed()).isTrue();
    assertThat(updates.get(UPDATE).course().timeoutAt()).isNull();
  }

  @Test
  void letsTheTimeRunWhereTheSwitchWasReleasedBefore() {
    updates.add(Samples.scheduled(Samples.blueGreen()));

    report("{\"status\":\"installing\",\"install_progress\":100}");

    assertThat(updates.get(UPDATE).installed()).isTrue();
    assertThat(updates.get(UPDATE).course().timeoutAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void takesAFirstReportOutsideTheMaintenanceWindow() {
    updates.add(Samples.scheduled(Terms.within(Samples.SUNDAY_NIGHT, Discretion.NONE)));

    assertThat(report("{\"status\":\"downloading\"}").text("status")).isEqualTo("downloading");
  }

  @Test
  void hidesTheUpdateFromEverybodyElse() {
    assertThat(as("acme", "another", "{\"status\":\"completed\"}").status()).isEqualTo(404);
    assertThat(as("other", DEVICE, "{\"status\":\"completed\"}").status()).isEqualTo(404);
    assertThat(updates.events()).isEmpty();
  }
}
