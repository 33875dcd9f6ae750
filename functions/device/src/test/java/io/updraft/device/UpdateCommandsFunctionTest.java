package io.updraft.device;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.dynamodb.BuiltInDevices;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCommandsFunctionTest {
  private static final String WANTED = "{\"firmware_id\":\"" + FIRMWARE + "\"}";

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances firmware = new FakeClearances();
  private final UpdateCommandsFunction function =
      new UpdateCommandsFunction(
          updates.asDevices(),
          new BuiltInDevices(updates.asDevices()),
          updates,
          updates.asRollbacks(),
          firmware,
          firmware,
          MutableClock.at(NOW));

  @BeforeEach
  void oneDevice() {
    updates.add(device("acme", DEVICE, NOW));
    firmware.gate(CAMPAIGN, CampaignGate.OPEN);
  }

  private ApiAnswer start(String deviceId, String body) {
    return operator("POST /api/v1/ota/devices/{device_id}/update")
        .path("device_id", deviceId)
        .json(body)
        .on(function);
  }

  private ApiAnswer command(String command, String updateId) {
    return operator("POST /api/v1/ota/updates/{update_id}/" + command)
        .path("update_id", updateId)
        .on(function);
  }

  private static ApiCall operator(String route) {
    return ApiCall.of(route).as("acme", "olivia", "operator");
  }

  private Update failed(Update update) {
    Update failed = update.reported(report(UpdateStatus.FAILED), NOW);
    updates.add(failed);
    return failed;
  }

  @Test
  void startsAnUpdateOfOneDevice() {
    ApiAnswer answer = start(DEVICE, WANTED);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("scheduled");
    assertThat(answer.text("created_by")).isEqualTo("olivia");
    assertThat(answer.text("/firmware/version")).isEqualTo("2.0.0");
    assertThat(answer.json().path("campaign_id").isNull()).isTrue();
    assertThat(updates.events()).containsExactly("update.created");
  }

  @Test
  void liftsThePriorityOfASecurityUpdate() {
    firmware.securityUpdate();

    assertThat(start(DEVICE, WANTED).text("priority")).isEqualTo("high");
  }

  @Test
  void refusesASecondUpdateToTheSameFirmwareEvenByForce() {
    start(DEVICE, WANTED);

    ApiAnswer second =
        start(DEVICE, "{\"firmware_id\":\"" + FIRMWARE + "\",\"force_update\":true}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("code")).isEqualTo("CONFLICT");
    assertThat(updates.events()).hasSize(1);
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(start("unknown", WANTED).status()).isEqualTo(404);
    assertThat(start(DEVICE, "{\"firmware_id\":\"unknown\"}").status()).isEqualTo(404);
  }

  @Test
  void installsOnlyAvailableFirmware() {
    firmware.status(FirmwareStatus.DEPRECATED);

    ApiAnswer answer = start(DEVICE, WANTED);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).contains("deprecated");
  }

  @Test
  void namesEveryWrongField() {
    ApiAnswer answer =
        start(
            DEVICE,
            """
            {"priority":"urgent","max_retries":11,"timeout_minutes":4,
             "pre_update_commands":["1","2","3","4","5","6","7","8","9","10","11"],
             "maintenance_window":{}}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "firmware_id",
            "priority",
            "max_retries",
            "timeout_minutes",
            "pre_update_commands",
            "maintenance_window.from",
            "maintenance_window.to");
  }

  @Test
  void judgesEachOfManyDevicesByItself() {
    ApiAnswer answer =
        operator("POST /api/v1/ota/devices/bulk/update")
            .json(
                "{\"firmware_id\":\"%s\",\"device_ids\":[\"%s\",\"nobody\",\"%s\"]}"
                    .formatted(FIRMWARE, DEVICE, DEVICE))
            .on(function);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("results")).hasSize(2);
    assertThat(answer.json().at("/results/0/success").asBoolean()).isTrue();
    assertThat(answer.text("/results/0/update_id")).startsWith("upd_");
    assertThat(answer.json().at("/results/1/success").asBoolean()).isFalse();
    assertThat(answer.text("/results/1/problem/code")).isEqualTo("NOT_FOUND");
  }

  @Test
  void goesOnWithOtherDevicesWhereTheTableIsAwayForOne() {
    updates.add(device("acme", "other", NOW));
    updates.failCreationFor(DEVICE);

    ApiAnswer answer =
        operator("POST /api/v1/ota/devices/bulk/update")
            .json(
                "{\"firmware_id\":\"%s\",\"device_ids\":[\"%s\",\"other\"]}"
                    .formatted(FIRMWARE, DEVICE))
            .on(function);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/results/0/problem/code")).isEqualTo("UNAVAILABLE");
    assertThat(answer.json().at("/results/1/success").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                   | is required
          {"device_ids":[]}    | must have 1 to 1000 entries
          {"device_ids":"all"} | must be a list
          """)
  void wantsAtLeastOneDevice(String devices, String message) {
    ApiAnswer answer = operator("POST /api/v1/ota/devices/bulk/update").json(devices).on(function);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly("firmware_id", "device_ids");
    assertThat(answer.text("/errors/1/message")).isEqualTo(message);
  }

  @Test
  void cancelsWhatWaits() {
    updates.add(Samples.single());

    ApiAnswer answer = command("cancel", Samples.single().id());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("cancelled");
    assertThat(command("cancel", Samples.single().id()).status()).isEqualTo(200);
    assertThat(updates.events()).containsExactly("update.cancelled");
  }

  @Test
  void letsADueRetryLapseWhenItIsCancelled() {
    Update failed = failed(Samples.single());

    ApiAnswer answer = command("cancel", failed.id());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("failed");
    assertThat(answer.json().path("retry_at").isNull()).isTrue();
    assertThat(command("cancel", failed.id()).status()).isEqualTo(200);
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void showsWhenAFailedUpdateIsTriedAgain() {
    failed(Samples.single());

    assertThat(updates.get(Samples.single().id()).retrying()).isTrue();
    assertThat(command("retry", Samples.single().id()).json().path("retry_at").isNull()).isTrue();
    assertThat(updates.events()).containsExactly("update.retried");
  }

  @Test
  void keepsAMaintenanceWindow() {
    ApiAnswer answer =
        start(
            DEVICE,
            """
            {"firmware_id":"%s","maintenance_window":{"days":["sunday"],"from":"22:00","to":"04:00"}}
            """
                .formatted(FIRMWARE));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/maintenance_window/from")).isEqualTo("22:00");
    assertThat(answer.text("/maintenance_window/time_zone")).isEqualTo("UTC");
  }

  @Test
  void refusesToCancelWhatHasFailed() {
    updates.add(Samples.single().reported(Samples.failed("SIGNATURE_INVALID"), NOW));

    ApiAnswer answer = command("cancel", Samples.single().id());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("INVALID_STATE_TRANSITION");
    assertThat(answer.text("current_state")).isEqualTo("failed");
    assertThat(answer.json().at("/allowed/0").asText()).isEqualTo("scheduled");
  }

  @Test
  void retriesWhatHasFailed() {
    failed(Samples.single());

    ApiAnswer answer = command("retry", Samples.single().id());

    assertThat(answer.text("status")).isEqualTo("scheduled");
    assertThat(answer.json().path("retry_count").asInt()).isEqualTo(1);
    assertThat(updates.events()).containsExactly("update.retried");
  }

  @Test
  void retriesAsOftenAsGranted() {
    Update update = failed(Samples.single());
    for (int i = 0; i < 3; i++) {
      assertThat(command("retry", update.id()).status()).isEqualTo(200);
      failed(updates.get(update.id()));
    }

    assertThat(command("retry", update.id()).status()).isEqualTo(409);
  }

  @Test
  void retriesOnlyWhileTheCampaignRuns() {
    failed(Samples.scheduled());
    firmware.gate(CAMPAIGN, CampaignGate.PAUSED);

    assertThat(command("retry", Samples.scheduled().id()).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0.0", "3.0.0"})
  void retriesNothingThatTheDeviceHasOutgrown(String running) {
    failed(Samples.single());
    updates.add(Samples.running(device("acme", DEVICE, NOW), running));

    ApiAnswer answer = command("retry", Samples.single().id());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).contains("version " + running, "force_update");
  }

  @Test
  void retriesADowngradeThatWasForced() {
    updates.add(Samples.running(device("acme", DEVICE, NOW), "3.0.0"));
    String forced =
        start(DEVICE, "{\"firmware_id\":\"" + FIRMWARE + "\",\"force_update\":true}")
            .text("update_id");
    failed(updates.get(forced));

    assertThat(command("retry", forced).status()).isEqualTo(200);
  }

  @Test
  void retriesNothingThatHasNotFailed() {
    updates.add(Samples.scheduled());

    assertThat(command("retry", Samples.scheduled().id()).text("code"))
        .isEqualTo("INVALID_STATE_TRANSITION");
    assertThat(command("retry", "upd_unknown").status()).isEqualTo(404);
  }

  @Test
  void isForOperators() {
    ApiAnswer answer =
        ApiCall.of("POST /api/v1/ota/updates/{update_id}/cancel")
            .path("update_id", "upd_1")
            .as("acme", "vera", "viewer")
            .on(function);

    assertThat(answer.status()).isEqualTo(403);
  }
}
