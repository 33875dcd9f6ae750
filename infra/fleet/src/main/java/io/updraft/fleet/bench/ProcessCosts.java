package io.updraft.fleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What some processes have cost so far, as Linux counts it. */
final class ProcessCosts {
  /** The kernel counts in this unit for programs, whatever its own clock is. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of /proc/PID/stat after the name in parentheses, which may hold anything. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private final List<Long> pids;

  ProcessCosts(List<Long> pids) {
    this.pids = List.copyOf(pids);
  }

  /** Seconds of CPU, in user mode and in the kernel. */
  double cpuSeconds() {
    return pids.stream().mapToLong(ProcessCosts::ticks).sum() / TICKS_PER_SECOND;
  }

  /** Megabytes of memory, what is shared counted by its share. */
  double megabytes() {
    return pids.stream().mapToLong(ProcessCosts::proportionalKilobytes).sum() / 1024.0;
  }

  private static long ticks(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
  }

  private static long proportionalKilobytes(long pid) {
    return read(pid, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith("Pss:"))
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
