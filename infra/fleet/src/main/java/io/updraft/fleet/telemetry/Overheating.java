package io.updraft.fleet.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How many devices become too hot.
 *
 * @param share of all devices, 0..1
 * @param healing the share of those that cool down again, 0..1; the others stay hot
 */
public record Overheating(double share, double healing) {
  public static final Overheating NONE = new Overheating(0, 0);

  private static final int PARTS = 4;

  /**
   * When each of so many devices is too hot; the shares are kept exactly.
   *
   * @param seed decides which devices it are, and when
   */
  List<Episode> episodes(int devices, TelemetryPlan plan, long seed) {
    Random random = new Random(seed);
    int hot = Math.toIntExact(Math.round(devices * share));
    int healed = Math.toIntExact(Math.round(hot * healing));
    List<Episode> episodes = new ArrayList<>(Collections.nCopies(devices, Episode.NEVER));
    for (int i = 0; i < hot; i++) {
      Episode episode = begun(plan, random);
      episodes.set(i, i < healed ? episode : episode.withoutEnd());
    }
    Collections.shuffle(episodes, random);
    return episodes;
  }

  /** Within the first quarter of the run, over before its last, and of one batch at least. */
  private static Episode begun(TelemetryPlan plan, Random random) {
    Duration quarter = plan.duration().dividedBy(PARTS);
    return new Episode(
        share(quarter, random.nextDouble()),
        plan.interval().plus(share(quarter, random.nextDouble())));
  }

  private static Duration share(Duration whole, double share) {
    return Duration.ofNanos((long) (whole.toNanos() * share));
  }
}
