package io.updraft.device.poll;

import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.FakeDownloads;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls with the key of a gateway, which may name any device. */
class GatewayPollTest {
  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final PollFunction function =
      new PollFunction(
          updates.asDevices(),
          updates,
          new FakeClearances(),
          new FakeDownloads(),
          new PollSettings(Duration.ofMinutes(2), Duration.ofHours(1), 2),
          MutableClock.at(NOW));

  private ApiAnswer poll(String deviceId) {
    return ApiCall.of("GET /api/v1/ota/devices/{device_id}/updates/next")
        .path("device_id", deviceId)
        .asGateway("acme", "gail")
        .on(function);
  }

  @Test
  void bringsSoManyNewDevicesAnHour() {
    updates.add(device("acme", DEVICE, NOW));
    assertThat(poll("new-1").status()).isEqualTo(204);
    assertThat(poll("new-2").status()).isEqualTo(204);

    ApiAnswer third = poll("new-3");

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.text("code")).isEqualTo("RATE_LIMITED");
    assertThat(third.headers()).containsEntry("retry-after", "3600");
    assertThat(updates.asDevices().find("acme", "new-3")).isEmpty();
    assertThat(poll("new-1").status()).isEqualTo(204);
    assertThat(poll(DEVICE).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bulk", "a b", "a#b", "ä"})
  void bringsNothingThatCanBeNoDevice(String id) {
    assertThat(poll(id).status()).isEqualTo(404);
    assertThat(updates.asDevices().find("acme", id)).isEmpty();
  }
}
