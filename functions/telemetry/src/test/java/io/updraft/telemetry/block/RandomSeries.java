package io.updraft.telemetry.block;

import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Series of every kind, by chance, the nasty ones included. */
final class RandomSeries {
  private static final long[] WHOLES = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, 99};
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_NORMAL / 3,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    0.1 + 0.2,
    1e-18,
    1e18,
    21.5,
    (double) 21.48f,
    1L << 54,
    Math.PI
  };
  private static final String[] TEXTS = {
    "", "ok", "läuft", "\uD83D\uDE80", "\uD800", "a\u0000b", "\uDC00\uD800", "температура"
  };

  private final RandomGenerator random;

  RandomSeries(RandomGenerator random) {
    this.random = random;
  }

  Series next(String metric) {
    long[] times = times(random.nextInt(10) == 0 ? 1 + random.nextInt(700) : size());
    Source values = values();
    Circumstances[] circumstances = {circumstances(), circumstances(), circumstances()};
    int different = random.nextInt(3);
    List<DataPoint> points = new ArrayList<>();
    for (long time : times) {
      Circumstances said = circumstances[different == 0 ? 0 : random.nextInt(different + 1)];
      points.add(new DataPoint(time, values.next(), said));
    }
    return new Series(metric, points);
  }

  private int size() {
    return 1 + random.nextInt(5);
  }

  private long[] times(int count) {
    TreeSet<Long> times = new TreeSet<>();
    long unit = (long) Math.pow(10, random.nextInt(10));
    long beat = random.nextLong(1, 100_000);
    boolean wild = random.nextInt(5) == 0;
    long jitter = random.nextBoolean() ? 1 : 1 + beat / 4;
    for (long i = 1_700_000_000L; times.size() < count; i++) {
      times.add(wild ? random.nextLong() : (i * beat + random.nextLong(jitter)) * unit);
    }
    return times.stream().mapToLong(time -> time).toArray();
  }

  private interface Source {
    Value next();
  }

  private Source values() {
    long[] level = {random.nextInt(1000)};
    double scale = Math.pow(10, random.nextInt(5));
    return switch (random.nextInt(13)) {
      case 0 -> () -> new Value.Decimal((level[0] += random.nextInt(-5, 6)) / scale);
      case 1 -> () -> gauge(level[0] += random.nextInt(-5, 6));
      case 2 -> () -> new Value.Whole(level[0] += random.nextInt(3));
      case 3 -> () -> new Value.Whole(random.nextLong());
      case 4 -> () -> new Value.Decimal(random.nextGaussian() * scale);
      case 5 -> () -> new Value.Decimal((float) (random.nextInt(1000) / scale));
      case 6 -> () -> new Value.Flag(random.nextInt(10) == 0);
      case 7 -> () -> new Value.Text(TEXTS[random.nextInt(TEXTS.length)]);
      case 8 -> () -> new Value.Json("{\"a\":%d}".formatted(random.nextInt(1000)));
      case 9 -> this::exact;
      case 10 -> this::number;
      case 11 -> () -> new Value.Decimal((float) random.nextGaussian());
      default -> this::any;
    };
  }

  /** As a script writes them: without a point where nothing is behind it. */
  private static Value gauge(long tenths) {
    return tenths % 10 == 0 ? new Value.Whole(tenths / 10) : new Value.Decimal(tenths / 10.0);
  }

  private Value exact() {
    BigInteger digits = new BigInteger(1 + random.nextInt(200), new Random(random.nextLong()));
    return new Value.Exact(new BigDecimal(digits.negate(), random.nextInt(-50, 400)));
  }

  private Value number() {
    return switch (random.nextInt(4)) {
      case 0 -> new Value.Whole(WHOLES[random.nextInt(WHOLES.length)]);
      case 1 -> new Value.Decimal(DOUBLES[random.nextInt(DOUBLES.length)]);
      case 2 -> new Value.Decimal(random.nextInt(100) / 10.0);
      default -> finite(random.nextLong());
    };
  }

  private static Value finite(long bits) {
    double number = Double.longBitsToDouble(bits);
    return new Value.Decimal(Double.isFinite(number) ? number : bits);
  }

  private Value any() {
    return switch (random.nextInt(5)) {
      case 0 -> new Value.Text(TEXTS[random.nextInt(TEXTS.length)]);
      case 1 -> new Value.Flag(random.nextBoolean());
      case 2 -> exact();
      case 3 -> new Value.Json("[]");
      default -> number();
    };
  }

  private Circumstances circumstances() {
    if (random.nextInt(3) == 0) {
      return Circumstances.NONE;
    }
    Map<String, String> tags = new HashMap<>();
    IntStream.range(0, random.nextInt(4)).forEach(i -> tags.put("tag" + i, text()));
    return new Circumstances(
        random.nextBoolean() ? null : "°C",
        tags,
        random.nextBoolean() ? null : "{\"said\":\"%s\"}".formatted(text()),
        random.nextInt(101),
        random.nextBoolean());
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}
