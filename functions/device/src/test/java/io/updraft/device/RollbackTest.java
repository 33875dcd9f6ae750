package io.updraft.device;

import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.InMemoryMessages;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.dynamodb.BuiltInDevices;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollbackTest {
  private static final String BACK = "{\"to_version\":\"1.0.0\",\"reason\":\"loses time\"}";

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances firmware = new FakeClearances();
  private final MutableClock clock = MutableClock.at(NOW);
  private final UpdateCommandsFunction commands =
      new UpdateCommandsFunction(
          updates.asDevices(),
          new BuiltInDevices(updates.asDevices()),
          updates,
          updates.asRollbacks(),
          firmware,
          firmware,
          clock);
  private final UpdateQueryFunction queries =
      new UpdateQueryFunction(
          updates.asDevices(), updates, new InMemoryMessages(), updates.asRollbacks(), clock);

  @BeforeEach
  void aDeviceThatWasUpdated() {
    updates.add(Samples.running(device("acme", DEVICE, NOW), "2.0.0"));
    updates.add(Samples.single().reported(Samples.report(UpdateStatus.COMPLETED), NOW));
    firmware.earlier("1.0.0", FirmwareStatus.DEPRECATED);
  }

  private ApiAnswer rollBack(String deviceId, String body) {
    return ApiCall.of("POST /api/v1/ota/devices/{device_id}/rollback")
        .path("device_id", deviceId)
        .as("acme", "olivia", "operator")
        .json(body)
        .on(commands);
  }

  private ApiAnswer get(String rollbackId) {
    return ApiCall.of("GET /api/v1/ota/rollbacks/{rollback_id}")
        .path("rollback_id", rollbackId)
        .as("acme", "vera", "viewer")
        .on(queries);
  }

  private static ApiCall list() {
    return ApiCall.of("GET /api/v1/ota/rollbacks").as("acme", "vera", "viewer");
  }

  private Update updateOf(ApiAnswer rollback) {
    return updates.get(rollback.text("update_id"));
  }

  private void report(Update update, UpdateStatus status) {
    updates.move(update, update.reported(Samples.report(status), NOW), Origin.of("acme"), null);
  }

  @Test
  void takesADeviceBackAtOnce() {
    ApiAnswer answer = rollBack(DEVICE, BACK);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("rollback_id")).matches("rbk_[0-9a-z]{26}");
    assertThat(answer.text("status")).isEqualTo("in_progress");
    assertThat(answer.text("trigger")).isEqualTo("manual");
    assertThat(answer.text("reason")).isEqualTo("loses time");
    assertThat(answer.text("from_version")).isEqualTo("2.0.0");
    assertThat(answer.json().path("success").isNull()).isTrue();
    assertThat(updateOf(answer).status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(updates.events()).containsExactly("update.created", "rollback.initiated");
  }

  @Test
  void endsWithItsUpdate() {
    ApiAnswer begun = rollBack(DEVICE, BACK);
    report(updateOf(begun), UpdateStatus.COMPLETED);

    ApiAnswer ended = get(begun.text("rollback_id"));

    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(ended.json().path("success").asBoolean()).isTrue();
    assertThat(ended.text("completed_at")).isEqualTo("2026-01-31T08:00:00.000Z");
    assertThat(updates.events()).endsWith("update.completed", "rollback.completed");
  }

  @Test
  void isInProgressUntilItsRetriesAreUsedUp() {
    ApiAnswer begun = rollBack(DEVICE, BACK);
    report(updateOf(begun), UpdateStatus.FAILED);

    assertThat(get(begun.text("rollback_id")).text("status")).isEqualTo("in_progress");
    assertThat(updates.events()).doesNotContain("rollback.failed");
  }

  @Test
  void failsWhereItIsCancelled() {
    ApiAnswer begun = rollBack(DEVICE, BACK);
    ApiCall.of("POST /api/v1/ota/updates/{update_id}/cancel")
        .path("update_id", begun.text("update_id"))
        .as("acme", "olivia", "operator")
        .json("{\"reason\":\"not now\"}")
        .on(commands);

    ApiAnswer ended = get(begun.text("rollback_id"));

    assertThat(ended.text("status")).isEqualTo("failed");
    assertThat(ended.text("error_message")).isEqualTo("not now");
  }

  @Test
  void isNotTriedAgainOnceItHasFailed() {
    ApiAnswer begun = rollBack(DEVICE, BACK);
    Update update = updateOf(begun);
    updates.move(
        update, update.reported(Samples.failed("SIGNATURE_INVALID"), NOW), Origin.of("acme"), null);

    ApiAnswer retry =
        ApiCall.of("POST /api/v1/ota/updates/{update_id}/retry")
            .path("update_id", update.id())
            .as("acme", "olivia", "operator")
            .on(commands);

    assertThat(retry.status()).isEqualTo(409);
    assertThat(retry.text("detail")).contains("new rollback");
  }

  @Test
  void allowsOneUnfinishedRollbackOfADevice() {
    rollBack(DEVICE, BACK);

    assertThat(rollBack(DEVICE, BACK).status()).isEqualTo(409);
    assertThat(updates.rollbacks()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0.0, is the version that the device runs",
    "0.9.0, must be a version that the device has had",
    "one, 'must be a version like 1.2.3 or 1.2.3-rc.1'"
  })
  void goesBackOnlyToWhatTheDeviceHasHad(String version, String message) {
    ApiAnswer answer =
        rollBack(DEVICE, "{\"to_version\":\"%s\",\"reason\":\"x\"}".formatted(version));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo("to_version");
    assertThat(answer.text("/errors/0/message")).isEqualTo(message);
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void goesBackToNoRecalledFirmware() {
    firmware.earlier("1.0.0", FirmwareStatus.RECALLED);

    ApiAnswer answer = rollBack(DEVICE, BACK);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/message")).contains("recalled");
  }

  @Test
  void wantsAVersionAndAReason() {
    ApiAnswer answer = rollBack(DEVICE, "{}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("to_version", "reason");
  }

  @Test
  void knowsNothingOfOthers() {
    String id = rollBack(DEVICE, BACK).text("rollback_id");

    assertThat(rollBack("nobody", BACK).status()).isEqualTo(404);
    assertThat(get("rbk_1").status()).isEqualTo(404);
    assertThat(
            ApiCall.of("GET /api/v1/ota/rollbacks/{rollback_id}")
                .path("rollback_id", id)
                .as("other", "vera", "viewer")
                .on(queries)
                .status())
        .isEqualTo(404);
    assertThat(list().as("other", "vera", "viewer").on(queries).json().path("rollbacks")).isEmpty();
  }

  @Test
  void isForOperators() {
    assertThat(
            ApiCall.of("POST /api/v1/ota/devices/{device_id}/rollback")
                .path("device_id", DEVICE)
                .as("acme", "vera", "viewer")
                .json(BACK)
                .on(commands)
                .status())
        .isEqualTo(403);
    assertThat(list().asDevice("acme", DEVICE).on(queries).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "device_id, another, 0",
    "campaign_id, cmp_1, 0",
    "status, in_progress, 1",
    "status, failed, 0",
    "trigger, manual, 1",
    "trigger, timeout, 0"
  })
  void listsWhatTheFilterLeaves(String filter, String value, int count) {
    rollBack(DEVICE, BACK);

    ApiAnswer answer = list().query(filter, value).on(queries);

    assertThat(answer.json().path("rollbacks")).hasSize(count);
    assertThat(answer.text("/filters/" + filter)).isEqualTo(value);
  }

  @Test
  void refusesAFilterOrCursorThatIsNone() {
    assertThat(list().query("status", "lost").on(queries).status()).isEqualTo(422);
    assertThat(list().query("cursor", "abc").on(queries).status()).isEqualTo(400);
  }
}
