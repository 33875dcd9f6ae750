package io.updraft.coldstart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The middle of several starts, each figure by itself.
 *
 * @param shares what of the CPU was not running code
 * @param restored CPU and time from a restore on
 * @param answer the beginning of the first answer, to see what was measured
 */
record Medians(
    String name,
    long cpuMillis,
    long wallMillis,
    long megabytes,
    Shares shares,
    Restored restored,
    String answer) {
  private static final int SHOWN = 60;

  record Restored(long cpuMillis, long wallMillis) {}

  static Medians of(String name, List<Start> onDemand, List<Start> snapStart) {
    return new Medians(
        name,
        median(onDemand, Start::cpuMillis),
        median(onDemand, Start::wallMillis),
        median(onDemand, Start::peakMegabytes),
        shares(onDemand),
        new Restored(median(snapStart, Start::cpuMillis), median(snapStart, Start::wallMillis)),
        beginning(onDemand.getFirst().answer()));
  }

  private static Shares shares(List<Start> starts) {
    return new Shares(
        median(starts, start -> start.shares().classes()),
        median(starts, start -> start.shares().loadingMillis()),
        median(starts, start -> start.shares().compilingMillis()));
  }

  private static String beginning(byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    return text.substring(0, Math.min(SHOWN, text.length()));
  }

  /** Of an even number the mean of the two in the middle. */
  static long median(List<Start> starts, ToLongFunction<Start> figure) {
    long[] sorted = starts.stream().mapToLong(figure).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
