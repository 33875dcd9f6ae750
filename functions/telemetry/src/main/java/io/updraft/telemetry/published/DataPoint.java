package io.updraft.telemetry.published;

/**
 * One value of one metric of a device at a time.
 *
 * @param time nanoseconds since the epoch, UTC; until the year 2262
 */
public record DataPoint(long time, Value value, Circumstances circumstances) {
  /** The same, of a value outside the bounds of its definition. */
  public DataPoint outsideBounds() {
    return new DataPoint(time, value, circumstances.outsideBounds());
  }
}
