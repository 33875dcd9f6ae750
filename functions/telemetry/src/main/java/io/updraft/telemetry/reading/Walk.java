package io.updraft.telemetry.reading;

import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.domain.PointStore.DevicePoints;
import io.updraft.telemetry.published.DataPoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the points that a question asks for: device by device, in each metric by metric, in
 * each by time. It ends early when there is no time left.
 */
public final class Walk {
  /** An invocation has 29 seconds, and what was found is to be written too. */
  public static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int POINTS_BETWEEN_LOOKS = 5_000;

  private final PointStore store;
  private final Question question;
  private final Clock clock;
  private final Instant deadline;
  private int damagedBlocks;
  private int points;
  private Question.@Nullable Place stopped;

  /** A walk for an answer. */
  public Walk(PointStore store, Question question, Clock clock) {
    this(store, question, clock, LONGEST);
  }

  /** A walk that may take so long. */
  public Walk(PointStore store, Question question, Clock clock, Duration longest) {
    this.store = store;
    this.question = question;
    this.clock = clock;
    this.deadline = clock.instant().plus(longest);
  }

  /** Takes what is found. */
  public interface Visitor {
    /** What follows is of this device and metric; whether it is wanted. */
    boolean series(String device, String metric);

    /** Whether more is wanted. */
    boolean point(DataPoint point);
  }

  /** Blocks that were damaged, and left out. */
  public int damagedBlocks() {
    return damagedBlocks;
  }

  /** Where it would have gone on, had there been time; null where there was. */
  public Question.@Nullable Place stopped() {
    return stopped;
  }

  /** Begins at a place, or at the beginning, and ends with the last point or when enough is. */
  public void go(Question.@Nullable Place start, Visitor visitor) {
    Iterator<String> devices =
        question.devices().isEmpty()
            ? new Holders(store, question, start == null ? null : start.device())
            : question.devices().iterator();
    boolean wanted = true;
    while (wanted && devices.hasNext()) {
      String device = devices.next();
      if (start == null || device.compareTo(start.device()) >= 0) {
        wanted = device(device, start, visitor);
      }
    }
  }

  private boolean device(String device, Question.@Nullable Place start, Visitor visitor) {
    Question.Place here = start != null && device.equals(start.device()) ? start : null;
    DevicePoints found = store.device(question.organization(), device);
    boolean wanted = true;
    for (String metric : question.metrics()) {
      if (wanted && (here == null || metric.compareTo(here.metric()) >= 0)) {
        wanted = series(found, new Question.Place(device, metric, from(metric, here)), visitor);
      }
    }
    damagedBlocks += found.damagedBlocks();
    return wanted;
  }

  private long from(String metric, Question.@Nullable Place here) {
    return here != null && metric.equals(here.metric())
        ? Math.max(here.time(), question.from())
        : question.from();
  }

  private boolean series(DevicePoints found, Question.Place place, Visitor visitor) {
    if (late(place, place.time())) {
      return false;
    }
    boolean[] wanted = {visitor.series(place.device(), place.metric())};
    if (wanted[0]) {
      found.read(
          place.metric(),
          place.time(),
          question.to(),
          point -> {
            wanted[0] = !late(place, point) && (!question.wants(point) || visitor.point(point));
            return wanted[0];
          });
    }
    return wanted[0];
  }

  private boolean late(Question.Place place, DataPoint point) {
    points++;
    return points % POINTS_BETWEEN_LOOKS == 0 && late(place, point.time());
  }

  private boolean late(Question.Place place, long time) {
    if (clock.instant().isAfter(deadline)) {
      stopped = new Question.Place(place.device(), place.metric(), time);
    }
    return stopped != null;
  }
}
