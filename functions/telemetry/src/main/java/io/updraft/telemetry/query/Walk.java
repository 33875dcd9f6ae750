package io.updraft.telemetry.query;

import io.updraft.telemetry.domain.DataPoint;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.domain.PointStore.DevicePoints;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the points that a question asks for: device by device, in each metric by metric, in
 * each by time.
 */
public final class Walk {
  private final PointStore store;
  private final Question question;
  private int damagedBlocks;

  public Walk(PointStore store, Question question) {
    this.store = store;
    this.question = question;
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
    DevicePoints points = store.device(question.organization(), device);
    boolean wanted = true;
    for (String metric : question.metrics()) {
      if (wanted && (here == null || !before(metric, here))) {
        long from =
            here != null && metric.equals(here.metric())
                ? Math.max(here.time(), question.from())
                : question.from();
        wanted = visitor.series(device, metric) && metric(points, metric, from, visitor);
      }
    }
    damagedBlocks += points.damagedBlocks();
    return wanted;
  }

  private static boolean before(String metric, Question.Place start) {
    return start.metric() != null && metric.compareTo(start.metric()) < 0;
  }

  private boolean metric(DevicePoints points, String metric, long from, Visitor visitor) {
    boolean[] wanted = {true};
    points.read(
        metric,
        from,
        question.to(),
        point -> {
          wanted[0] = !question.wants(point) || visitor.point(point);
          return wanted[0];
        });
    return wanted[0];
  }
}
