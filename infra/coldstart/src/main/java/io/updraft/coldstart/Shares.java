package io.updraft.coldstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the virtual machine has done so far beside running code, by its own counters ({@code jcmd
 * PID PerfCounter.print}). They count time that goes by in each thread, which is CPU as long as a
 * core is free.
 *
 * @param classes how many are loaded, those of the JDK's own archive included
 * @param loadingMillis finding, reading, verifying and linking them; static initializers are code
 * @param compilingMillis the compiler's threads
 */
record Shares(long classes, long loadingMillis, long compilingMillis) {
  private static final String FREQUENCY = "sun.os.hrt.frequency";
  private static final long MILLIS_PER_SECOND = 1_000;

  /** Without what is nested in them and counted by itself. */
  private static final String[] LOADING = {
    "sun.cls.appClassLoadTime.self",
    "sun.cls.defineAppClassTime.self",
    "sun.cls.sysClassLoadTime",
    "sun.cls.classVerifyTime.self",
    "sun.cls.classLinkedTime.self"
  };

  /**
   * Asks a process of the same JDK.
   *
   * @throws FailedStart when it can't be asked
   */
  static Shares of(long pid) throws IOException, InterruptedException {
    Process asking =
        new ProcessBuilder(jcmd(), Long.toString(pid), "PerfCounter.print")
            .redirectErrorStream(true)
            .start();
    String counters = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asking.waitFor();
    // It ends with 0 for a process that is not there, too.
    if (!counters.contains(FREQUENCY)) {
      throw new FailedStart("process %d tells nothing of its classes: %s".formatted(pid, counters));
    }
    return read(counters);
  }

  private static String jcmd() {
    return Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
  }

  /**
   * Reads lines of {@code name=number} among others.
   *
   * @throws FailedStart when a counter is not there
   */
  static Shares read(String text) {
    Counters counters = Counters.of(text);
    return new Shares(
        counters.sum("java.cls.loadedClasses", "java.cls.sharedLoadedClasses"),
        counters.millis(LOADING),
        counters.millis("java.ci.totalTime"));
  }

  private record Counters(Map<String, Long> values) {
    static Counters of(String text) {
      return new Counters(
          text.lines()
              .filter(line -> line.matches("[\\w.]+=\\d+"))
              .map(line -> line.split("=", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1]))));
    }

    long sum(String... names) {
      return Stream.of(names).mapToLong(this::get).sum();
    }

    long millis(String... names) {
      return sum(names) * MILLIS_PER_SECOND / get(FREQUENCY);
    }

    private long get(String name) {
      Long value = values.get(name);
      if (value == null) {
        throw new FailedStart("this JDK has no counter " + name);
      }
      return value;
    }
  }
}
