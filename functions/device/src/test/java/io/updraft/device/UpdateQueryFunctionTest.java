package io.updraft.device;

import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.InMemoryMessages;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateQueryFunctionTest {
  private static final String OLDER = Samples.scheduled().id();
  private static final String NEWER = Samples.single().id();

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final UpdateQueryFunction function =
      new UpdateQueryFunction(
          updates.asDevices(),
          updates,
          new InMemoryMessages(),
          updates.asRollbacks(),
          MutableClock.at(NOW));

  @BeforeEach
  void twoUpdatesOfOneDevice() {
    updates.add(device("acme", DEVICE, NOW));
    updates.add(Samples.scheduled());
    updates.add(Samples.single());
  }

  private static ApiCall history() {
    return ApiCall.of("GET /api/v1/ota/devices/{device_id}/updates")
        .path("device_id", DEVICE)
        .as("acme", "vera", "viewer");
  }

  @Test
  void showsTheHistoryNewestFirst() {
    ApiAnswer answer = history().on(function);

    assertThat(answer.json().path("updates").findValuesAsText("update_id"))
        .containsExactly(NEWER, OLDER);
    assertThat(answer.text("/last_update/update_id")).isEqualTo(NEWER);
    assertThat(answer.json().path("next_cursor").isNull()).isTrue();
  }

  @Test
  void tellsTheLastUpdateOnEveryPage() {
    ApiAnswer first = history().query("limit", "1").on(function);
    ApiAnswer byCursor =
        history().query("limit", "1").query("cursor", first.text("next_cursor")).on(function);
    ApiAnswer byOffset = history().query("limit", "1").query("offset", "1").on(function);

    for (ApiAnswer second : new ApiAnswer[] {byCursor, byOffset}) {
      assertThat(second.text("/updates/0/update_id")).isEqualTo(OLDER);
      assertThat(second.text("/last_update/update_id")).isEqualTo(NEWER);
    }
  }

  @Test
  void showsADeviceNothingOfAnother() {
    ApiAnswer answer =
        ApiCall.of("GET /api/v1/ota/updates/{update_id}")
            .path("update_id", NEWER)
            .asDevice("acme", "another")
            .on(function);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(history().asDevice("acme", "another").on(function).status()).isEqualTo(404);
  }
}
