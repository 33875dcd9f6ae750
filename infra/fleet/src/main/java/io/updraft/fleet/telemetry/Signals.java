package io.updraft.fleet.telemetry;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What each device measures: one of each kind that occurs in the field. */
public final class Signals {
  private static final List<String> STATES = List.of("idle", "running", "paused", "error");
  private static final double FULL = 100;
  private static final double EMPTY = 5;

  private final RandomGenerator random;

  private Signals(RandomGenerator random) {
    this.random = random;
  }

  /** The same random numbers, the same values. */
  public static List<Signal> of(RandomGenerator random) {
    Signals signals = new Signals(random);
    return List.of(
        new Signal("temperature", "°C", signals.temperature()),
        new Signal("battery", "%", signals.battery()),
        new Signal("packets", "", signals.packets()),
        new Signal("vibration", "g", signals::vibration),
        new Signal("door", "", signals.door()),
        new Signal("state", "", signals.state()));
  }

  /** Drifts, and comes back to where it began; one decimal. */
  private Supplier<Object> temperature() {
    double usual = 15 + random.nextInt(15);
    double[] now = {usual};
    return () -> {
      now[0] += 0.01 * (usual - now[0]) + 0.1 * random.nextGaussian();
      return rounded(now[0], 10);
    };
  }

  /** Falls slowly, and is charged when it is nearly empty; two decimals. */
  private Supplier<Object> battery() {
    double[] now = {FULL - random.nextInt(40)};
    return () -> {
      now[0] = now[0] < EMPTY ? FULL : now[0] - 0.02 * random.nextDouble();
      return rounded(now[0], 100);
    };
  }

  /** Counts up, and begins anew where the device has restarted. */
  private Supplier<Object> packets() {
    long[] now = {random.nextInt(1_000_000)};
    return () -> {
      now[0] = oneIn(500) ? 0 : now[0] + random.nextInt(200);
      return now[0];
    };
  }

  /** Noise, with all the digits that a double has. */
  private Object vibration() {
    return Math.abs(0.5 + 0.2 * random.nextGaussian());
  }

  private Supplier<Object> door() {
    boolean[] now = {random.nextBoolean()};
    return () -> {
      now[0] ^= oneIn(50);
      return now[0];
    };
  }

  private Supplier<Object> state() {
    int[] now = {0};
    return () -> {
      now[0] = oneIn(20) ? random.nextInt(STATES.size()) : now[0];
      return STATES.get(now[0]);
    };
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
