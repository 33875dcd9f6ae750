package io.updraft.telemetry.intake;

import io.updraft.device.published.DeviceContacts;
import io.updraft.device.published.DeviceContacts.Contact;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.intake.Arrivals.FirstPoints;
import io.updraft.telemetry.intake.Arrivals.News;
import io.updraft.telemetry.intake.Arrivals.Noted;
import io.updraft.telemetry.intake.Arrivals.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Makes a device and its metrics known before points of it are kept: the registry hears of it once
 * a day, each metric becomes findable once, and a time is set at which what has arrived is merged.
 */
public final class Introduction {
  /** As often the registry is told of a contact. */
  private static final Duration CONTACT = Duration.ofHours(24);

  /** What has begun to arrive is merged first after so long; then as much as it is decides. */
  private static final Duration FIRST_MERGE = Duration.ofMinutes(5);

  /** Each that fails has seen others bring new metrics of the device meanwhile. */
  private static final int ATTEMPTS = 5;

  private final Arrivals arrivals;
  private final DeviceContacts contacts;

  public Introduction(Arrivals arrivals, DeviceContacts contacts) {
    this.arrivals = arrivals;
    this.contacts = contacts;
  }

  /** What became of it. */
  sealed interface Outcome {
    /**
     * The device and its metrics are known.
     *
     * @param within what was sent, without the metrics for which the device has no room; with no
     *     good point left nothing was done
     */
    record Introduced(Sorted within) implements Outcome {}

    /** The device may not be registered. */
    record QuotaUsed(Taken.QuotaUsed used) implements Outcome {}
  }

  /** Half a read unit for each 4 KB of the device's state where nothing is new. */
  Outcome introduce(Sender sender, String deviceId, Sorted sorted, Instant now) {
    Standing standing = arrivals.standing(sender.organization(), deviceId);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Names names = new Names(standing);
      Sorted within = sorted.within(names);
      boolean contactDue = !now.isBefore(standing.seenAt().plus(CONTACT));
      boolean nothingNew = !contactDue && names.added().isEmpty() && standing.mergeSet();
      if (within.isEmpty() || nothingNew) {
        return new Outcome.Introduced(within);
      }
      if (contactDue && told(sender, deviceId, now) instanceof Contact.Refused refused) {
        return new Outcome.QuotaUsed(new Taken.QuotaUsed(refused.detail(), refused.renewedAfter()));
      }
      News news =
          new News(
              firsts(within, names.added()),
              contactDue ? now : standing.seenAt(),
              now.plus(FIRST_MERGE));
      switch (arrivals.note(sender.organization(), deviceId, news)) {
        case Noted.Done() -> {
          return new Outcome.Introduced(within);
        }
        case Noted.NoRoom(Standing meanwhile) -> standing = meanwhile;
      }
    }
    throw new DependencyUnavailable("The list of metrics", Duration.ofSeconds(2), null);
  }

  private Contact told(Sender sender, String deviceId, Instant now) {
    return contacts.seen(sender.organization(), deviceId, now, sender.gateway());
  }

  private static List<FirstPoints> firsts(Sorted sorted, Set<String> metrics) {
    return metrics.isEmpty()
        ? List.of()
        : sorted.accepted().series().stream()
            .filter(series -> metrics.contains(series.metric()))
            .map(Introduction::first)
            .toList();
  }

  private static FirstPoints first(Series series) {
    return new FirstPoints(series.metric(), series.first(), series.last());
  }
}
