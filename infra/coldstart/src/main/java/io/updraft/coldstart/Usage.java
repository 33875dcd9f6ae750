package io.updraft.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used so far, as Linux counts it.
 *
 * @param cpuMillis in user mode and in the kernel, to 10 ms
 * @param peakMegabytes the most memory that it had at any time
 */
record Usage(long cpuMillis, long peakMegabytes) {
  /** The kernel counts hundredths of a second for programs, whatever its own clock is. */
  private static final int MILLIS_PER_TICK = 10;

  /** Fields of /proc/PID/stat after the name in parentheses, which may hold anything. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;
  private static final int KILO = 1_024;

  static Usage of(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    return new Usage(ticks * MILLIS_PER_TICK, peakKilobytes(pid) / KILO);
  }

  private static long peakKilobytes(long pid) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException("process %d can't be measured".formatted(pid), e);
    }
  }
}
