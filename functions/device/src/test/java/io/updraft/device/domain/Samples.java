package io.updraft.device.domain;

import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.firmware.published.Version;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Updates and reports as tests need them. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
  public static final String FIRMWARE = "0123456789abcdef0123456789abcdef";
  public static final String CAMPAIGN = "cmp_01KFX0000000000000000000AA";

  /** NOW is a Saturday morning. */
  public static final MaintenanceWindow SUNDAY_NIGHT =
      new MaintenanceWindow(
          Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(4, 0), ZoneOffset.UTC);

  private Samples() {}

  public static Assignment assignment(String updateId, @Nullable String campaignId) {
    return assignment(updateId, campaignId, Terms.NONE);
  }

  public static Assignment assignment(String updateId, @Nullable String campaignId, Terms terms) {
    return new Assignment(
        "acme",
        updateId,
        "3f2b8c1e-6f0e-4c53-9a7b-2f6f4f1d9e11",
        FIRMWARE,
        "2.0.0",
        campaignId,
        7,
        Priority.NORMAL,
        "1.0.0",
        Duration.ofMinutes(60),
        3,
        Validation.DONE,
        NOW,
        "olivia",
        terms);
  }

  /** Of an update of any device, at any time. */
  public static Assignment assignedTo(
      String deviceId, String updateId, @Nullable String campaignId, Instant at, Terms terms) {
    Assignment a = assignment(updateId, campaignId, terms);
    return new Assignment(
        a.organization(),
        updateId,
        deviceId,
        a.firmwareId(),
        a.firmwareVersion(),
        campaignId,
        a.shard(),
        a.priority(),
        a.fromVersion(),
        a.timeout(),
        a.maxRetries(),
        Validation.DONE,
        at,
        a.createdBy(),
        terms);
  }

  /** An update outside campaigns to another firmware. */
  public static Assignment going(String updateId, String firmwareId) {
    Assignment a = assignment(updateId, null);
    return new Assignment(
        a.organization(),
        updateId,
        a.deviceId(),
        firmwareId,
        "1.0.0",
        null,
        a.shard(),
        a.priority(),
        a.fromVersion(),
        a.timeout(),
        a.maxRetries(),
        Validation.DONE,
        NOW,
        "olivia",
        Terms.NONE);
  }

  public static Update created() {
    return new Update(assignment("upd_01KFX0000000000000000000AB", CAMPAIGN), Course.created(NOW));
  }

  public static Update scheduled() {
    return created().scheduled(NOW);
  }

  /** An update of the campaign on other terms, released. */
  public static Update scheduled(Terms terms) {
    Assignment assignment = assignment("upd_01KFX0000000000000000000AB", CAMPAIGN, terms);
    return new Update(assignment, Course.created(NOW)).scheduled(NOW);
  }

  public static Terms blueGreen() {
    return new Terms(true, Set.of(), null, Discretion.NONE, null);
  }

  public static Terms triggers(RollbackTrigger... triggers) {
    return new Terms(false, Set.of(triggers), null, Discretion.NONE, null);
  }

  public static Update single() {
    return new Update(assignment("upd_01KFX0000000000000000000AC", null), Course.created(NOW))
        .scheduled(NOW);
  }

  /** An update outside campaigns whose device could not be asked for. */
  public static Update unchecked(Validation open) {
    Assignment a = assignment("upd_01KFX0000000000000000000AD", null);
    return new Update(
            new Assignment(
                a.organization(),
                a.updateId(),
                a.deviceId(),
                a.firmwareId(),
                a.firmwareVersion(),
                null,
                a.shard(),
                a.priority(),
                a.fromVersion(),
                a.timeout(),
                a.maxRetries(),
                open,
                a.createdAt(),
                a.createdBy(),
                a.terms()),
            Course.created(NOW))
        .scheduled(NOW);
  }

  public static Report report(UpdateStatus status) {
    return new Report(status, null, null, null, null, null, null, null, null, null);
  }

  public static Report downloading(double percent) {
    return new Report(
        UpdateStatus.DOWNLOADING, null, percent, null, null, null, null, null, null, null);
  }

  public static Report installed() {
    return new Report(
        UpdateStatus.INSTALLING, null, null, 100.0, null, null, null, null, null, null);
  }

  public static Report failed(String code) {
    return new Report(UpdateStatus.FAILED, null, null, null, null, null, null, code, null, null);
  }

  public static Report unhealthy() {
    return new Report(
        UpdateStatus.REBOOTING, null, null, null, null, null, null, null, null, false);
  }

  public static final String DEVICE = assignment("upd_x", null).deviceId();

  public static Device device(String organization, String deviceId, Instant seen) {
    return new Device(
        organization,
        deviceId,
        null,
        "gw-1",
        Version.of("2.0.0"),
        Version.of("1.0.0"),
        List.of(),
        null,
        Map.of(),
        "active",
        seen,
        NOW,
        List.of(),
        Device.Outcomes.NONE,
        Device.Dialogue.NONE);
  }

  public static Device running(Device d, String version) {
    return with(d, Version.of(version), d.inbox());
  }

  static Device withInbox(Device d, List<Device.Note> inbox) {
    return with(d, d.firmwareVersion(), inbox);
  }

  private static Device with(Device d, @Nullable Version firmware, List<Device.Note> inbox) {
    return new Device(
        d.organization(),
        d.deviceId(),
        d.name(),
        d.model(),
        d.hardwareVersion(),
        firmware,
        d.groups(),
        d.owner(),
        d.attributes(),
        d.status(),
        d.lastSeen(),
        d.createdAt(),
        inbox,
        d.outcomes(),
        Device.Dialogue.NONE);
  }
}
