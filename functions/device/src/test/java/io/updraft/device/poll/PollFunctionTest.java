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
import io.updraft.device.published.RollbackTrigger;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollFunctionTest {
  private static final String ROUTE = "GET /api/v1/ota/devices/{device_id}/updates/next";

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances clearances = new FakeClearances();
  private final MutableClock clock = MutableClock.at(NOW);
  private final PollFunction function =
      new PollFunction(
          updates.asDevices(),
          updates,
          clearances,
          new FakeDownloads(),
          new PollSettings(Duration.ofMinutes(2), Duration.ofHours(1), 2),
          clock);

  @BeforeEach
  void oneDevice() {
    updates.add(device("acme", DEVICE, NOW));
    clearances.gate(CAMPAIGN, CampaignGate.OPEN);
  }

  private ApiAnswer poll(String organization, String as) {
    return ApiCall.of(ROUTE).path("device_id", DEVICE).asDevice(organization, as).on(function);
  }

  private ApiAnswer poll() {
    return poll("acme", DEVICE);
  }

  private Update onDevice() {
    Update update = Samples.scheduled().reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(update);
    return update;
  }

  @Test
  void sendsADeviceAwayWhenThereIsNothingToDo() {
    ApiAnswer answer = poll();

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers()).containsEntry("retry-after", "120");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void tellsADeviceAllThatItNeeds() {
    updates.add(Samples.scheduled());

    ApiAnswer answer = poll();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("action")).isEqualTo("install");
    assertThat(answer.text("update_id")).isEqualTo(Samples.scheduled().id());
    assertThat(answer.text("download_url")).isEqualTo("https://store.example/gateway.bin");
    assertThat(answer.json().path("file_size").asLong()).isEqualTo(1024);
    assertThat(answer.text("checksum_sha256")).isEqualTo("e3b0");
    assertThat(answer.text("version")).isEqualTo("2.0.0");
    assertThat(answer.text("campaign_id")).isEqualTo(CAMPAIGN);
  }

  @Test
  void showsNothingBeforeTheRelease() {
    updates.add(Samples.created());

    assertThat(poll().status()).isEqualTo(204);
  }

  @Test
  void holdsBackWhatAPausedCampaignHasNotBegun() {
    updates.add(Samples.scheduled());
    clearances.gate(CAMPAIGN, CampaignGate.PAUSED);

    assertThat(poll().status()).isEqualTo(204);
  }

  @Test
  void letsADeviceFinishInAPausedCampaign() {
    onDevice();
    clearances.gate(CAMPAIGN, CampaignGate.PAUSED);

    assertThat(poll().text("action")).isEqualTo("install");
  }

  @Test
  void takesTheUpdateBackInTheMomentTheCampaignIsCancelled() {
    onDevice();
    clearances.gate(CAMPAIGN, CampaignGate.CANCELLED);

    assertThat(poll().text("action")).isEqualTo("cancel");
  }

  @Test
  void showsNothingOfACancelledCampaignToADeviceThatHasNotBegun() {
    updates.add(Samples.scheduled());
    clearances.gate(CAMPAIGN, CampaignGate.CANCELLED);

    assertThat(poll().status()).isEqualTo(204);
  }

  @Test
  void givesNoRecalledFirmware() {
    updates.add(Samples.single());
    clearances.status(FirmwareStatus.RECALLED);

    assertThat(poll().status()).isEqualTo(204);
  }

  @Test
  void goesOnWithFirmwareThatIsOnlyDeprecated() {
    updates.add(Samples.single());
    clearances.status(FirmwareStatus.DEPRECATED);

    assertThat(poll().text("action")).isEqualTo("install");
  }

  @Test
  void asksForConfirmationOfACancelledUpdate() {
    Update begun = onDevice();
    updates.add(begun.cancelled("wrong version", NOW));

    ApiAnswer answer = poll();

    assertThat(answer.text("action")).isEqualTo("cancel");
    assertThat(answer.text("reason")).isEqualTo("wrong version");
  }

  @Test
  void holdsBackOutsideTheMaintenanceWindow() {
    Terms window = Terms.within(Samples.SUNDAY_NIGHT, Discretion.NONE);
    updates.add(Samples.scheduled(window));
    assertThat(poll().status()).isEqualTo(204);

    clock.set(Instant.parse("2026-02-01T22:00:00Z"));
    assertThat(poll().text("action")).isEqualTo("install");
  }

  @Test
  void letsADeviceFinishOutsideTheMaintenanceWindow() {
    Terms window = Terms.within(Samples.SUNDAY_NIGHT, Discretion.NONE);
    updates.add(Samples.scheduled(window).reported(report(UpdateStatus.DOWNLOADING), NOW));

    assertThat(poll().text("action")).isEqualTo("install");
  }

  @Test
  void tellsABlueGreenDeviceWhetherItMaySwitch() {
    updates.add(Samples.scheduled(Samples.blueGreen()).reported(Samples.installed(), NOW));
    clearances.gate(CAMPAIGN, CampaignGate.HOLD);
    ApiAnswer held = poll();
    clearances.gate(CAMPAIGN, CampaignGate.OPEN);
    ApiAnswer released = poll();

    assertThat(held.text("action")).isEqualTo("install");
    assertThat(held.json().path("switch_released").isBoolean()).isTrue();
    assertThat(held.json().path("switch_released").asBoolean()).isFalse();
    assertThat(released.json().path("switch_released").asBoolean()).isTrue();
  }

  @Test
  void speaksToNoOtherDeviceOfASwitch() {
    updates.add(Samples.scheduled());

    assertThat(poll().json().has("switch_released")).isFalse();
  }

  @Test
  void offersARollbackWhateverBecomesOfItsCampaign() {
    Terms back = Terms.takingBack("rbk_01KFX0000000000000000000AB", RollbackTrigger.MANUAL);
    updates.add(Samples.scheduled(back));
    clearances.gate(CAMPAIGN, CampaignGate.CANCELLED);

    assertThat(poll().text("action")).isEqualTo("install");
  }

  @Test
  void registersADeviceAtItsFirstContact() {
    ApiAnswer answer =
        ApiCall.of(ROUTE).path("device_id", "new-1").asDevice("acme", "new-1").on(function);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(updates.asDevices().find("acme", "new-1")).isPresent();
  }

  @Test
  void showsNobodyElsesPath() {
    updates.add(Samples.scheduled());

    assertThat(poll("acme", "another").status()).isEqualTo(404);
    assertThat(poll("other", DEVICE).status()).isEqualTo(204);
  }

  @Test
  void isForDevicesOnly() {
    ApiAnswer answer =
        ApiCall.of(ROUTE).path("device_id", DEVICE).as("acme", "olivia", "viewer").on(function);

    assertThat(answer.status()).isEqualTo(403);
  }
}
