package io.updraft.telemetry.aggregate;

import io.updraft.telemetry.aggregate.PlainAggregation.Point;
import io.updraft.telemetry.published.Value;
import io.updraft.telemetry.published.Value.Decimal;
import io.updraft.telemetry.published.Value.Exact;
import io.updraft.telemetry.published.Value.Flag;
import io.updraft.telemetry.published.Value.Json;
import io.updraft.telemetry.published.Value.Text;
import io.updraft.telemetry.published.Value.Whole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the values of a metric are like, and series of them by chance. */
enum Behaviour {
  /** Ascending wholes that begin again at times. */
  COUNTERS {
    @Override
    Value after(Value before, Random random) {
      boolean goesOn = random.nextInt(10) > 0;
      long base = goesOn && before instanceof Whole(long whole) ? whole : 0;
      return new Whole(base + random.nextInt(9));
    }
  },
  LONGS {
    @Override
    Value after(Value before, Random random) {
      return new Whole(random.nextLong());
    }
  },
  DECIMALS {
    @Override
    Value after(Value before, Random random) {
      return new Decimal(random.nextGaussian() * Math.pow(10, random.nextInt(-9, 10)));
    }
  },
  FEW_DECIMALS {
    @Override
    Value after(Value before, Random random) {
      return new Decimal(random.nextInt(5) / 4.0);
    }
  },
  ANYTHING {
    @Override
    Value after(Value before, Random random) {
      return switch (random.nextInt(8)) {
        case 0 -> new Text("off " + random.nextInt(3));
        case 1 -> new Json("{\"on\":%d}".formatted(random.nextInt(3)));
        case 2 -> new Flag(random.nextBoolean());
        case 3 ->
            new Exact(new BigDecimal("0.1234567890123456789").movePointRight(random.nextInt(3)));
        case 4 -> new Whole(random.nextLong());
        case 5 -> new Decimal(random.nextBoolean() ? 0.0 : 2.5);
        default -> new Whole(random.nextInt(3));
      };
    }
  };

  abstract Value after(Value before, Random random);

  /** Series of up to seven devices around the epoch, with gaps; of some devices one point. */
  List<Point> points(Random random) {
    List<Point> points = new ArrayList<>();
    for (int device = random.nextInt(7); device >= 0; device--) {
      points.addAll(series("device-" + (9 - device), random));
    }
    return points;
  }

  private List<Point> series(String device, Random random) {
    List<Point> series = new ArrayList<>();
    long time = random.nextLong(-20, 20) * Points.MINUTE;
    Value value = new Whole(random.nextInt(100));
    for (int left = random.nextInt(120); left >= 0; left--) {
      series.add(Point.of(device, time, value));
      boolean gap = random.nextInt(20) == 0;
      time += 1 + random.nextLong(gap ? 30 * Points.MINUTE : Points.MINUTE / 4);
      value = after(value, random);
    }
    return series;
  }
}
