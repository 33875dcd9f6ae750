package io.updraft.events;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One event of each type that the OTA side and its neighbours publish. */
public final class OtaSamples {
  private static final Instant TIME = Instant.parse("2026-11-24T06:46:45.120Z");
  private static final FirmwareChange FIRMWARE =
      new FirmwareChange("fw-1", "thermostat", "2.1.0", "TH-200", "user-7", TIME);
  private static final CampaignChange CAMPAIGN =
      new CampaignChange(
          "camp-1", "autumn", "fw-1", Counters.of(900, 10, 80, 7, 3), Event.SYSTEM, TIME);

  private OtaSamples() {}

  public static List<Event> all() {
    return Stream.of(firmware(), campaigns(), updates(), rollbacks(), neighbours())
        .<Event>flatMap(List::stream)
        .toList();
  }

  private static List<Event> firmware() {
    return List.of(
        new FirmwareUploaded(
            "fw-1", "thermostat", "2.1.0", "TH-200", 1_048_576, true, "user-7", TIME),
        new FirmwareRejected(FIRMWARE),
        new FirmwareDeprecated(FIRMWARE),
        new FirmwareRestored(FIRMWARE),
        new FirmwareRecalled(FIRMWARE),
        new FirmwareDeleted(FIRMWARE));
  }

  private static List<Event> campaigns() {
    return List.of(
        new CampaignCreated(
            "camp-1", "autumn", "fw-1", "2.1.0", 1000, "staged", "normal", "user-7", TIME),
        new CampaignStarted("camp-1", "autumn", "fw-1", "2.1.0", 1000, TIME),
        new CampaignScheduled(CAMPAIGN),
        new CampaignApproved(CAMPAIGN),
        new CampaignRejected(CAMPAIGN),
        new CampaignPaused(CAMPAIGN),
        new CampaignResumed(CAMPAIGN),
        new CampaignUpdated(CAMPAIGN),
        new CampaignPromoted(CAMPAIGN),
        new CampaignCancelled(CAMPAIGN),
        new CampaignCompleted(CAMPAIGN),
        new CampaignFailed(CAMPAIGN, "20 % of the updates failed"),
        new CampaignRollbackStarted(CAMPAIGN),
        new CampaignRolledBack(CAMPAIGN));
  }

  private static List<Event> updates() {
    return List.of(
        new UpdateCreated("upd-1", "dev-1", "fw-1", "2.1.0", "camp-1", TIME),
        new UpdateStarted("upd-1", "dev-1", "fw-1", "2.1.0", "camp-1", TIME),
        new UpdateCompleted("upd-1", "dev-1", "fw-1", "2.1.0", "camp-1", TIME),
        new UpdateFailed(
            "upd-1", "dev-1", "fw-1", "2.1.0", "camp-1", "TIMEOUT", "no report in time", 2, TIME),
        new UpdateRetried("upd-1", "dev-1", "fw-1", "2.1.0", "camp-1", TIME),
        new UpdateCancelled("upd-1", "dev-1", "fw-1", "2.1.0", null, TIME));
  }

  private static List<Event> rollbacks() {
    return List.of(
        new RollbackInitiated("rb-1", "dev-1", "2.1.0", "2.0.3", "manual", TIME),
        new RollbackCompleted("rb-1", "dev-1", "2.1.0", "2.0.3", "failure_rate", TIME),
        new RollbackFailed("rb-1", "dev-1", "2.1.0", "2.0.3", "health_check", "no space", TIME));
  }

  private static List<Event> neighbours() {
    return List.of(
        new DeviceDeleted("dev-1", "Hall", "sold", TIME), new UserDeleted("user-7", TIME));
  }
}
