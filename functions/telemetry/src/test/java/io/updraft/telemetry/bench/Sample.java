package io.updraft.telemetry.bench;

import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Series as devices send them, always the same. */
public enum Sample {
  /** A temperature with two decimals; every ten seconds, up to 50 ms late. */
  GAUGE_JITTERED(Times.JITTERED) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      return new Value.Decimal(walk.by(random.nextGaussian() * 3) / 100.0);
    }
  },

  /** The same, to the second. */
  GAUGE_STEADY(Times.STEADY) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      return GAUGE_JITTERED.next(random, walk);
    }
  },

  /**
   * One decimal, written by a script: 21.5, 22, 22.1; each step late by what the one before took.
   */
  SCRIPT_GAUGE(Times.DRIFTING) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      long tenths = walk.by(random.nextGaussian());
      return tenths % 10 == 0 ? new Value.Whole(tenths / 10) : new Value.Decimal(tenths / 10.0);
    }
  },

  /** A gauge with two decimals that a device holds in 32 bits. */
  FLOAT_GAUGE(Times.JITTERED) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      return new Value.Decimal((float) (walk.by(random.nextGaussian() * 3) / 100.0));
    }
  },

  /** Bytes sent: 1,000 to 1,500 at a time. */
  COUNTER(Times.JITTERED) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      return new Value.Whole(walk.by(random.nextInt(1000, 1500)));
    }
  },

  /** What a calculation gives, with all its digits. */
  NOISE(Times.JITTERED) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      return new Value.Decimal(50 + 5 * random.nextGaussian());
    }
  },

  /** A door. */
  FLAG(Times.JITTERED) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      return new Value.Flag(walk.flip(random, 50) % 2 == 0);
    }
  },

  /** A state in words that mostly stays. */
  STATUS(Times.JITTERED) {
    @Override
    Value next(RandomGenerator random, Walk walk) {
      return new Value.Text(STATES[(int) (walk.flip(random, 20) % STATES.length)]);
    }
  };

  private static final String[] STATES = {"idle", "running", "cooling down", "running", "fault"};
  private static final long START = 1_795_608_000_000L;
  private static final Circumstances SAID =
      new Circumstances("°C", Map.of("hall", "7", "line", "b"), null, 100, false);

  private final Times times;

  Sample(Times times) {
    this.times = times;
  }

  abstract Value next(RandomGenerator random, Walk walk);

  public Series series(int count) {
    RandomGenerator random = new Random(42);
    Walk walk = new Walk();
    List<DataPoint> points = new ArrayList<>();
    long time = START;
    for (int i = 0; i < count; i++) {
      time = times.at(i, time, random);
      points.add(new DataPoint(time * 1_000_000, next(random, walk), SAID));
    }
    return new Series("temperature", points);
  }

  /** When points are measured, in milliseconds. */
  private enum Times {
    STEADY,
    JITTERED,
    DRIFTING;

    long at(long i, long before, RandomGenerator random) {
      return switch (this) {
        case STEADY -> START + i * 10_000;
        case JITTERED -> START + i * 10_000 + random.nextInt(50);
        case DRIFTING -> before + 10_000 + random.nextInt(8);
      };
    }
  }

  /** Where a series has got to. */
  static final class Walk {
    private long at = 2150;

    long by(double step) {
      at += Math.round(step);
      return at;
    }

    long flip(RandomGenerator random, int seldom) {
      return by(random.nextInt(seldom) == 0 ? 1 : 0);
    }
  }
}
