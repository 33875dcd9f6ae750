package io.updraft.device.poll;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.FakeDownloads;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.Discretion;
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

class ExplainTest {
  private static final String ROUTE = "GET /api/v1/ota/devices/{device_id}/updates/next";

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances clearances = new FakeClearances();
  private final PollFunction function =
      new PollFunction(
          updates.asDevices(),
          updates,
          clearances,
          new FakeDownloads(),
          new PollSettings(Duration.ofMinutes(2), Duration.ofHours(1), 2),
          MutableClock.at(NOW));

  @BeforeEach
  void oneDevice() {
    updates.add(device("acme", DEVICE, NOW));
    clearances.gate(CAMPAIGN, CampaignGate.OPEN);
  }

  private static ApiCall call() {
    return ApiCall.of(ROUTE).path("device_id", DEVICE).query("explain", "true");
  }

  private ApiAnswer explained() {
    return call().as("acme", "vera", "viewer").on(function);
  }

  private String reason(Update update) {
    updates.add(update);
    return explained().text("/reasons/0");
  }

  @Test
  void saysWhatTheDeviceWouldGet() {
    updates.add(Samples.scheduled());

    ApiAnswer answer = explained();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("action")).isEqualTo("install");
    assertThat(answer.text("update_id")).isEqualTo(Samples.scheduled().id());
    assertThat(answer.text("/reasons/0")).contains("is offered since 2026-01-31T08:00:00Z");
  }

  @Test
  void saysWhatAnUpdateWaitsFor() {
    assertThat(reason(Samples.created())).contains("waits for its release by campaign " + CAMPAIGN);

    clearances.gate(CAMPAIGN, CampaignGate.PAUSED);
    assertThat(reason(Samples.scheduled())).contains("campaign " + CAMPAIGN + " is paused");
    assertThat(explained().json().path("action").isNull()).isTrue();

    clearances.gate(CAMPAIGN, CampaignGate.OPEN);
    assertThat(reason(Samples.scheduled(Terms.within(Samples.SUNDAY_NIGHT, Discretion.NONE))))
        .contains("maintenance window opens at 2026-02-01T22:00:00Z");
  }

  @Test
  void saysWhatIsToBeGivenUp() {
    Update begun = Samples.scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW);

    assertThat(reason(begun)).contains("is on the device since");
    clearances.gate(CAMPAIGN, CampaignGate.CANCELLED);
    assertThat(reason(begun)).contains("is to be given up").contains("does not run any more");
    clearances.status(FirmwareStatus.RECALLED);
    assertThat(reason(begun)).contains("firmware was recalled");
    assertThat(reason(begun.cancelled("wrong one", NOW))).contains("given up: wrong one");
    assertThat(explained().text("action")).isEqualTo("cancel");
  }

  @Test
  void saysWhichGoesFirst() {
    updates.add(Samples.scheduled());
    updates.add(Samples.single());

    ApiAnswer answer = explained();

    assertThat(answer.text("update_id")).isEqualTo(Samples.scheduled().id());
    assertThat(answer.text("/reasons/1"))
        .contains(Samples.single().id())
        .contains("comes after " + Samples.scheduled().id());
  }

  @Test
  void saysWhoWaitsForTheSwitch() {
    clearances.gate(CAMPAIGN, CampaignGate.HOLD);

    assertThat(reason(Samples.scheduled(Samples.blueGreen()).reported(Samples.installed(), NOW)))
        .contains("waits there for the switch");
  }

  @Test
  void saysHowTheLastOneEnded() {
    assertThat(explained().text("/reasons/0")).contains("there never was one");

    String reason = reason(Samples.scheduled().reported(report(UpdateStatus.COMPLETED), NOW));

    assertThat(reason).contains("no unfinished update").contains("is completed since");
  }

  @Test
  void changesNothing() {
    ApiAnswer unknown =
        ApiCall.of(ROUTE)
            .path("device_id", "new-1")
            .query("explain", "true")
            .as("acme", "vera", "viewer")
            .on(function);

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(updates.asDevices().find("acme", "new-1")).isEmpty();
    assertThat(call().as("other", "vera", "viewer").on(function).status()).isEqualTo(404);
  }

  @Test
  void isNotForDevices() {
    assertThat(call().asDevice("acme", DEVICE).on(function).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1"})
  void takesTrueOrFalse(String explain) {
    ApiAnswer answer =
        ApiCall.of(ROUTE)
            .path("device_id", DEVICE)
            .query("explain", explain)
            .as("acme", "vera", "viewer")
            .on(function);

    assertThat(answer.status()).isEqualTo(422);
  }
}
