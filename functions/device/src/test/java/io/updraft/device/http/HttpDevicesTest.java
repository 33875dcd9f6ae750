package io.updraft.device.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.DeviceClient.Compatibility;
import io.updraft.device.domain.DeviceClient.Lookup;
import io.updraft.device.domain.DeviceClient.Recorded;
import io.updraft.device.domain.KnownDevice;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Version;
import io.updraft.lambda.Environment;
import io.updraft.testing.FakeService;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDevicesTest {
  private static final Origin ORIGIN = new Origin("acme", "request-1", null);
  private static final String BODY = ServiceSamples.body("a:b", "gw-1", "2.0.0", "1.0.0");

  private final FakeService service = new FakeService();
  private final HttpDevices client = ServiceSamples.client(service);

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  private Lookup device() {
    return client.device(ORIGIN, "a:b");
  }

  @Test
  void findsADevice() {
    service.answers(200, BODY);

    assertThat(device())
        .isEqualTo(
            new Lookup.Found(
                new KnownDevice(
                    "a:b",
                    "Pump 7",
                    "gw-1",
                    "online",
                    Version.of("2.0.0"),
                    Version.of("1.0.0"),
                    "olga",
                    null)));
    FakeService.Call call = service.calls().getFirst();
    assertThat(call.method() + " " + call.path()).isEqualTo("GET /api/v1/devices/a%3Ab");
    assertThat(call.header("X-organization-id")).isEqualTo("acme");
    assertThat(call.header("X-correlation-id")).isEqualTo("request-1");
    assertThat(call.header("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  void readsTheOtherNamesAndLeavesOutWhatIsNoVersion() {
    service.answers(
        200,
        """
        {"device_id":"a:b","device_type":"gw-2","current_version":"3.1.0",
         "hardware_version":"rev b","model":null}
        """);

    assertThat(device())
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found -> {
              assertThat(found.device().model()).isEqualTo("gw-2");
              assertThat(found.device().firmwareVersion()).isEqualTo(Version.of("3.1.0"));
              assertThat(found.device().hardwareVersion()).isNull();
            });
    assertThat(client.firmwareVersion(ORIGIN, "a:b")).contains(Version.of("3.1.0"));
  }

  @Test
  void knowsThatThereIsNoSuchDevice() {
    service.answers(404, "no such device");

    assertThat(device()).isEqualTo(new Lookup.NotFound());
    assertThat(client.firmwareVersion(ORIGIN, "a:b")).isEmpty();
  }

  @Test
  void asksForNothingThatNoDeviceIsCalled() {
    assertThat(client.device(ORIGIN, "a/../b")).isEqualTo(new Lookup.NotFound());
    assertThat(service.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 401, 403, 302, FakeService.SILENCE})
  void takesWhatIsNoAnswerForAService(int status) {
    service.answers(status);

    assertThat(device()).isEqualTo(new Lookup.Unavailable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what?",
        "[]",
        "{}",
        "{\"device_id\":7}",
        "{\"device_id\":\"another\",\"model\":\"gw-1\"}",
        "{\"device_id\":\"a:b\"",
        FakeService.ENDLESS
      })
  void takesNonsenseForAServiceThatIsAway(String nonsense) {
    service.answers(200, nonsense);

    assertThat(device()).isEqualTo(new Lookup.Unavailable());
  }

  @Test
  void findsNobodyThere() {
    service.close();

    assertThat(device()).isEqualTo(new Lookup.Unavailable());
    assertThat(client.firmwareInstalled(ORIGIN, "a:b", "2.0.0")).isEqualTo(Recorded.UNAVAILABLE);
    assertThat(client.health()).isFalse();
  }

  @Test
  void asksAgainBeforeItGivesUp() {
    service.answers(503, 404);

    assertThat(device()).isEqualTo(new Lookup.NotFound());
    assertThat(service.calls()).hasSize(ServiceSamples.ATTEMPTS);
  }

  private Compatibility compatibility(String model, String least, String most) {
    return client.compatibility(ORIGIN, "a:b", model, Version.of(least), Version.of(most));
  }

  @Test
  void comparesModelAndHardware() {
    service.answers(200, ServiceSamples.body("a:b", "gw-1", "2.10.0", "1.0.0"));

    assertThat(compatibility("gw-1", "2.9.0", "2.10.0")).isEqualTo(new Compatibility.Compatible());
    assertThat(compatibility("gw-1", "1.0.0", "2.9.0"))
        .isEqualTo(
            new Compatibility.Incompatible(
                "the device's hardware version is outside the firmware's range"));
    assertThat(compatibility("gw-2", "1.0.0", "3.0.0"))
        .isInstanceOf(Compatibility.Incompatible.class);
  }

  @Test
  void saysOfNoCompatibilityWithoutADevice() {
    service.answers(404, 503);

    assertThat(compatibility("gw-1", "1.0.0", "2.0.0"))
        .isEqualTo(new Compatibility.Incompatible("the device does not exist"));
    assertThat(compatibility("gw-1", "1.0.0", "2.0.0")).isEqualTo(new Compatibility.Unknown());
  }

  @Test
  void tellsAVersion() {
    service.answers(503, 204);

    assertThat(client.firmwareInstalled(ORIGIN, "a:b", "2.0.0")).isEqualTo(Recorded.RECORDED);
    FakeService.Call call = service.calls().getLast();
    assertThat(call.method() + " " + call.path()).isEqualTo("PATCH /api/v1/devices/a%3Ab");
    assertThat(call.body()).isEqualTo("{\"firmware_version\":\"2.0.0\"}");
  }

  @Test
  void saysWhatBecameOfAVersion() {
    service.answers(404, 422);

    assertThat(client.firmwareInstalled(ORIGIN, "a:b", "2.0.0")).isEqualTo(Recorded.NOT_FOUND);
    assertThat(client.firmwareInstalled(ORIGIN, "a:b", "2.0.0")).isEqualTo(Recorded.UNAVAILABLE);
  }

  @Test
  void isThereOnlyWhereThereIsAnAddress() {
    Environment none = Environment.of(Map.of());
    Environment one = Environment.of(Map.of("DEVICE_SERVICE_URL", "https://devices"));

    assertThat(HttpDevices.brisk(none)).isEmpty();
    assertThat(HttpDevices.patient(none)).isEmpty();
    assertThat(HttpDevices.brisk(one)).isPresent();
    assertThat(HttpDevices.patient(one)).isPresent();
  }

  @Test
  void tellsWhetherItIsThere() {
    assertThat(client.health()).isTrue();
  }
}
