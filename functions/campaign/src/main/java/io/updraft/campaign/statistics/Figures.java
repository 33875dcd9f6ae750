package io.updraft.campaign.statistics;

import io.updraft.device.published.Durations;
import io.updraft.device.published.Ended;
import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.LastDay;
import io.updraft.device.published.UpdateCounts;
import io.updraft.device.published.UpdateFigures;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of updates as an answer shows them.
 *
 * @param successRate completed / (completed + failed), 0 to 1; null before an update has ended
 * @param downloads completed ones
 * @param bytesSent size of the file, for each completed download
 */
record Figures(
    Updates updates,
    @Nullable Double successRate,
    Times updateTime,
    long downloads,
    long bytesSent,
    Day lastDay) {

  /** How many updates are in which state. */
  record Updates(long total, ByStatus byStatus) {}

  /** By state; what is created or scheduled is pending. */
  record ByStatus(long pending, long inProgress, long completed, long failed, long cancelled) {}

  /**
   * From start to completion, in seconds; null where no update is completed.
   *
   * @param count the completed updates whose start is known
   * @param mean exact
   * @param percentileError the share by which median and p95 are at most wrong
   */
  record Times(
      long count,
      @Nullable Double mean,
      @Nullable Double median,
      @Nullable Double p95,
      double percentileError) {}

  /**
   * The present hour and the 23 before.
   *
   * @param failed attempts that failed, those that were retried among them
   */
  record Day(long completed, long failed, @Nullable Double successRate, List<Hour> byHour) {}

  /** One hour. */
  record Hour(Instant hour, long completed, long failed) {}

  /** The sum of what there is to each firmware. */
  static Figures of(List<FirmwareUpdates> all, Instant now) {
    UpdateFigures sum =
        all.stream().map(FirmwareUpdates::figures).reduce(UpdateFigures.NONE, UpdateFigures::plus);
    UpdateCounts counts = sum.counts();
    return new Figures(
        new Updates(
            counts.total(),
            new ByStatus(
                counts.pending(),
                counts.inProgress(),
                counts.completed(),
                counts.failed(),
                counts.cancelled())),
        counts.successRate(),
        times(sum.durations()),
        counts.downloads(),
        all.stream().mapToLong(FirmwareUpdates::bytesSent).sum(),
        day(sum.lastDay(), LastDay.hour(now)));
  }

  private static Times times(Durations durations) {
    return new Times(
        durations.count(),
        durations.mean().map(Figures::rounded).orElse(null),
        durations.percentile(50).map(Figures::rounded).orElse(null),
        durations.percentile(95).map(Figures::rounded).orElse(null),
        Durations.MOST_ERROR);
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  /** With each of the 24 hours, the oldest first, for a chart without gaps. */
  private static Day day(LastDay day, long present) {
    List<Hour> hours =
        LongStream.rangeClosed(present - LastDay.HOURS + 1, present)
            .mapToObj(hour -> hour(day, hour))
            .toList();
    Ended sum = day.sum();
    return new Day(sum.completed(), sum.failed(), sum.successRate(), hours);
  }

  private static Hour hour(LastDay day, long hour) {
    Ended ended = day.hours().getOrDefault(hour, Ended.NONE);
    return new Hour(LastDay.begin(hour), ended.completed(), ended.failed());
  }
}
