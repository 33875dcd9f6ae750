package io.updraft.telemetry.block;

/**
 * What a number of a column is expected to be, going by those before it; only the difference is
 * written. All arithmetic wraps around at 64 bits, on both ways, so that every long comes back.
 * Before the first number there are zeros.
 */
enum Prediction {
  /** Zero: for noise around a level. */
  NONE(1) {
    @Override
    long[] residuals(long[] numbers, long slope) {
      return numbers.clone();
    }

    @Override
    void restore(long[] residuals, long slope) {}
  },

  /** The number before: for what drifts or counts. */
  LEVEL(2) {
    @Override
    long[] residuals(long[] numbers, long slope) {
      long[] residuals = numbers.clone();
      for (int i = 1; i < numbers.length; i++) {
        residuals[i] -= numbers[i - 1];
      }
      return residuals;
    }

    @Override
    void restore(long[] residuals, long slope) {
      for (int i = 1; i < residuals.length; i++) {
        residuals[i] += residuals[i - 1];
      }
    }
  },

  /** As far as the step before (delta of delta; Gorilla, VLDB 2015): for smooth curves. */
  STEP(3) {
    @Override
    long[] residuals(long[] numbers, long slope) {
      return LEVEL.residuals(LEVEL.residuals(numbers, slope), slope);
    }

    @Override
    void restore(long[] residuals, long slope) {
      LEVEL.restore(residuals, slope);
      LEVEL.restore(residuals, slope);
    }
  },

  /** A straight line from zero, one place before the first: for a steady beat with jitter. */
  LINE(4) {
    @Override
    long[] residuals(long[] numbers, long slope) {
      long[] residuals = numbers.clone();
      for (int i = 0; i < numbers.length; i++) {
        residuals[i] -= ((i + 1) * slope) >> FRACTION;
      }
      return residuals;
    }

    @Override
    void restore(long[] residuals, long slope) {
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] += ((i + 1) * slope) >> FRACTION;
      }
    }
  };

  /** Bits of a slope behind the point. */
  private static final int FRACTION = 16;

  /** What columns have for it: never to be changed. */
  final int code;

  Prediction(int code) {
    this.code = code;
  }

  static Prediction of(int code) throws DamagedBlock {
    for (Prediction prediction : values()) {
      if (prediction.code == code) {
        return prediction;
      }
    }
    throw new DamagedBlock("a column has an unknown shape");
  }

  abstract long[] residuals(long[] numbers, long slope);

  /** Turns residuals into numbers, in place. */
  abstract void restore(long[] residuals, long slope);

  static long slope(long[] numbers) {
    return Slope.of(numbers, FRACTION);
  }
}
