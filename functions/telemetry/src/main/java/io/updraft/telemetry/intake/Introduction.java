package io.updraft.telemetry.intake;

import io.updraft.device.published.DeviceContacts;
import io.updraft.device.published.DeviceContacts.Contact;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.intake.Arrivals.FirstPoints;
import io.updraft.telemetry.intake.Arrivals.News;
import io.updraft.telemetry.intake.Arrivals.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes a device and its metrics known before points of it are kept: the registry hears of it once
 * a day, each metric becomes findable once, and a time is set at which what has arrived is merged.
 */
public final class Introduction {
  /** As often the registry is told of a contact. */
  private static final Duration CONTACT = Duration.ofHours(24);

  /** What has begun to arrive is merged first after so long; then as much as it is decides. */
  private static final Duration FIRST_MERGE = Duration.ofMinutes(5);

  private final Arrivals arrivals;
  private final DeviceContacts contacts;

  public Introduction(Arrivals arrivals, DeviceContacts contacts) {
    this.arrivals = arrivals;
    this.contacts = contacts;
  }

  /** Half a read unit where nothing is new. A refusal where the device may not be registered. */
  Optional<Taken.QuotaUsed> introduce(Arrival arrival, Sender sender) {
    Standing standing = arrivals.standing(sender.organization(), arrival.deviceId());
    boolean contactDue = !arrival.at().isBefore(standing.seenAt().plus(CONTACT));
    if (contactDue && told(arrival, sender) instanceof Contact.Refused refused) {
      return Optional.of(new Taken.QuotaUsed(refused.detail(), refused.renewedAfter()));
    }
    List<FirstPoints> firsts = firsts(arrival, standing);
    if (contactDue || !firsts.isEmpty() || !standing.mergeSet()) {
      arrivals.note(
          sender.organization(),
          arrival.deviceId(),
          new News(
              firsts,
              contactDue ? arrival.at() : standing.seenAt(),
              arrival.at().plus(FIRST_MERGE)));
    }
    return Optional.empty();
  }

  private Contact told(Arrival arrival, Sender sender) {
    return contacts.seen(sender.organization(), arrival.deviceId(), arrival.at(), sender.gateway());
  }

  private static List<FirstPoints> firsts(Arrival arrival, Standing standing) {
    return arrival.series().stream()
        .filter(series -> !standing.knows(series.metric()))
        .map(Introduction::first)
        .toList();
  }

  private static FirstPoints first(Series series) {
    return new FirstPoints(series.metric(), series.first(), series.last());
  }
}
