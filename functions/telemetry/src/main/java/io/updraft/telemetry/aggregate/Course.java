package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import org.jspecify.annotations.Nullable;

/** The points of one device as they come. */
final class Course {
  private final String device;
  private @Nullable Long last;
  private @Nullable Value before;

  Course(String device) {
    this.device = device;
  }

  /** Refuses a time that is not after the last one. */
  void moveTo(long time) {
    if (last != null && time <= last) {
      throw new IllegalArgumentException("the points of a device ascend by time");
    }
    last = time;
  }

  /** The point together with the one that was asked for before it. */
  Sample sample(DataPoint point) {
    Sample sample = new Sample(device, point.time(), point.value(), before);
    before = point.value();
    return sample;
  }
}
