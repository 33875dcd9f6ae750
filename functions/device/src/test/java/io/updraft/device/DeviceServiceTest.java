package io.updraft.device;

import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Validation;
import io.updraft.device.http.HttpDevices;
import io.updraft.device.http.ServiceSamples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.FakeService;
import io.updraft.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates of single devices where a device service knows the devices. */
class DeviceServiceTest {
  private static final String KNOWN = "3f2b8c1e-6f0e-4c53-9a7b-2f6f4f1d9e11";
  private static final String NEW = "new-device";
  private static final String WANTED = "{\"firmware_id\":\"" + FIRMWARE + "\"}";
  private static final String FORCED =
      "{\"firmware_id\":\"" + FIRMWARE + "\",\"force_update\":true}";

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances firmware = new FakeClearances();
  private final FakeService service = new FakeService();
  private final HttpDevices client = ServiceSamples.client(service);
  private final UpdateCommandsFunction function =
      new UpdateCommandsFunction(
          updates.asDevices(),
          client,
          updates,
          updates.asRollbacks(),
          firmware,
          firmware,
          MutableClock.at(NOW));

  @BeforeEach
  void oneDevice() {
    updates.add(device("acme", DEVICE, NOW));
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  private ApiAnswer start(String deviceId, String body) {
    return ApiCall.of("POST /api/v1/ota/devices/{device_id}/update")
        .path("device_id", deviceId)
        .as("acme", "olivia", "operator")
        .json(body)
        .on(function);
  }

  private boolean registered(String deviceId) {
    return updates.asDevices().find("acme", deviceId).isPresent();
  }

  @Test
  void registersADeviceThatOnlyTheServiceKnew() {
    service.answers(200, ServiceSamples.body(NEW, "gw-1", "2.0.0", "1.5.0"));

    ApiAnswer answer = start(NEW, WANTED);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("device_validated").asBoolean()).isTrue();
    assertThat(answer.text("from_version")).isEqualTo("1.5.0");
    assertThat(updates.asDevices().find("acme", NEW).orElseThrow().inbox()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"gw-2,2.0.0,1.0.0", "gw-1,4.0.0,1.0.0", "gw-1,2.0.0,2.0.0"})
  void judgesByWhatTheServiceSays(String model, String hardware, String version) {
    service.answers(200, ServiceSamples.body(DEVICE, model, hardware, version));

    assertThat(start(DEVICE, WANTED).status()).isEqualTo(409);
    assertThat(start(DEVICE, FORCED).status()).isEqualTo(201);
  }

  @Test
  void registersNothingThatItRefuses() {
    service.answers(200, ServiceSamples.body(NEW, "gw-2", "2.0.0", "1.0.0"));

    assertThat(start(NEW, WANTED).status()).isEqualTo(409);
    assertThat(registered(NEW)).isFalse();
  }

  @Test
  void knowsNoDeviceThatTheServiceDoesNotKnow() {
    service.answers(404);

    assertThat(start(DEVICE, WANTED).status()).isEqualTo(404);
    assertThat(start(NEW, WANTED).status()).isEqualTo(404);
    assertThat(registered(NEW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {KNOWN, NEW})
  void goesOnWithoutTheService(String deviceId) {
    service.answers(503);

    ApiAnswer answer = start(deviceId, WANTED);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("device_validated").asBoolean(true)).isFalse();
    assertThat(updates.get(answer.text("update_id")).assignment().validation())
        .isEqualTo(Validation.FITNESS);
    assertThat(updates.get(answer.text("update_id")).course().dueAt()).isEqualTo(NOW);
    assertThat(registered(deviceId)).isTrue();
  }

  @Test
  void remembersWhatWasForced() {
    service.answers(FakeService.SILENCE);

    ApiAnswer answer = start(DEVICE, FORCED);

    assertThat(updates.get(answer.text("update_id")).assignment().validation())
        .isEqualTo(Validation.EXISTENCE);
  }

  @Test
  void refusesASecondUpdateToTheSameFirmwareWithoutTheService() {
    updates.add(Samples.single());
    service.answers(200, "what?");

    assertThat(start(DEVICE, WANTED).status()).isEqualTo(409);
  }

  @Test
  void judgesEachOfMany() {
    service.answers(200, ServiceSamples.body(NEW, "gw-1", "2.0.0", "1.0.0"));

    JsonNode results =
        ApiCall.of("POST /api/v1/ota/devices/bulk/update")
            .as("acme", "olivia", "operator")
            .json(
                "{\"firmware_id\":\"%s\",\"device_ids\":[\"%s\",\"%s\",\"a/b\"]}"
                    .formatted(FIRMWARE, NEW, DEVICE))
            .on(function)
            .json()
            .path("results");

    assertThat(results.findValuesAsText("success")).containsExactly("true", "true", "false");
    String unanswered = results.path(1).path("update_id").asText();
    assertThat(updates.get(unanswered).assignment().deviceValidated()).isFalse();
  }
}
