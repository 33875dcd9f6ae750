package io.updraft.fleet.bench;

import io.updraft.fleet.http.Gzip;
import io.updraft.fleet.http.Json;
import io.updraft.fleet.telemetry.Point;
import io.updraft.fleet.telemetry.Signal;
import io.updraft.fleet.telemetry.Signals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Packed bodies of batches at 1 Hz, made beforehand so that the load itself costs little. */
final class BenchBatches {
  static final int METRICS = 10;

  private static final int VARIETY = 64;

  private final List<byte[]> bodies = new ArrayList<>();

  private BenchBatches() {}

  /**
   * Batches of ten metrics of every kind, each batch later than the one before.
   *
   * @param points in a batch
   */
  static BenchBatches ofTenMetrics(int points) {
    BenchBatches batches = new BenchBatches();
    List<Signal> signals = tenSignals();
    int seconds = points / METRICS;
    Instant start = Instant.now().minusSeconds((long) VARIETY * seconds);
    for (int i = 0; i < VARIETY; i++) {
      batches.add(signals, start.plusSeconds((long) i * seconds), seconds);
    }
    return batches;
  }

  /** One metric over a range of time, in batches as large as may be. */
  static BenchBatches ofTemperature(Instant start, int seconds) {
    BenchBatches batches = new BenchBatches();
    List<Signal> signals = Signals.of(new SplittableRandom(1)).subList(0, 1);
    for (int from = 0; from < seconds; from += 1_000) {
      batches.add(signals, start.plusSeconds(from), Math.min(1_000, seconds - from));
    }
    return batches;
  }

  private static List<Signal> tenSignals() {
    SplittableRandom random = new SplittableRandom(1);
    List<Signal> signals = new ArrayList<>(Signals.of(random));
    Signals.of(random).subList(0, METRICS - signals.size()).stream()
        .map(signal -> signal.named(signal.metric() + "-2"))
        .forEach(signals::add);
    return signals;
  }

  private void add(List<Signal> signals, Instant start, int seconds) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (Signal signal : signals) {
      for (int i = 0; i < seconds; i++) {
        Instant time = start.plusSeconds(i).truncatedTo(ChronoUnit.MILLIS);
        points.add(new Point(signal.metric(), time, signal.next(), signal.unit()).fields());
      }
    }
    bodies.add(Gzip.pack(Json.of(Map.of("data_points", points)).toString()));
  }

  int size() {
    return bodies.size();
  }

  /** One after the other, and again from the first. */
  byte[] body(int number) {
    return bodies.get(number % bodies.size());
  }
}
