package io.updraft.fleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What some processes have cost so far, as Linux counts it. */
public final class ProcessCosts {
  /** The kernel counts in this unit for programs, whatever its own clock is. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of /proc/PID/stat after the name in parentheses, which may hold anything. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;
  private static final double KILO = 1024;

  private final List<Long> pids;

  /** The costs of the processes with these numbers, of which each counts. */
  public ProcessCosts(List<Long> pids) {
    this.pids = List.copyOf(pids);
  }

  /**
   * Seconds of CPU, in user mode and in the kernel.
   *
   * @throws UncheckedIOException when one of them is not there any more
   */
  public double cpuSeconds() {
    return pids.stream().mapToLong(ProcessCosts::ticks).sum() / TICKS_PER_SECOND;
  }

  /** Megabytes of memory, what is shared counted by its share. */
  double megabytes() {
    return pids.stream().mapToLong(pid -> kilobytes(pid, "smaps_rollup", "Pss:")).sum() / KILO;
  }

  /**
   * Megabytes of memory that each had when it had most, added up.
   *
   * @throws UncheckedIOException when one of them is not there any more
   */
  public double peakMegabytes() {
    return pids.stream().mapToLong(pid -> kilobytes(pid, "status", "VmHWM:")).sum() / KILO;
  }

  private static long ticks(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
  }

  private static long kilobytes(long pid, String file, String name) {
    return read(pid, file)
        .lines()
        .filter(line -> line.startsWith(name))
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
