package io.updraft.fleet.telemetry;

import java.time.Duration;

/**
 * What devices send.
 *
 * @param interval between two batches of a device, give or take a tenth
 * @param points of each metric in a batch
 * @param duration from the moment at which all devices have joined
 * @param bad the share of points that are made wrong, 0..1
 * @param late the share of points that come hours after their time, 0..1
 * @param repeated the share of batches that are sent twice, 0..1
 * @param sample how many devices are asked for afterwards
 * @param overheating which devices break a rule
 */
public record TelemetryPlan(
    Duration interval,
    int points,
    Duration duration,
    double bad,
    double late,
    double repeated,
    int sample,
    Overheating overheating) {

  /** A batch holds at most 1,000 points, those of all metrics. */
  public static final int MOST_POINTS = 1_000 / 6;
}
