package io.updraft.telemetry.block;

import java.util.Arrays;

/**
 * The slope of a line along a column that goes steadily but for some gaps: by least squares, after
 * steps that are far from the usual one have been made usual. Found in doubles, since it is written
 * down and never found again.
 */
final class Slope {
  private static final int SAMPLES = 31;

  private Slope() {}

  /** Times 2 to the power of the bits behind the point. */
  static long of(long[] numbers, int fraction) {
    return (long) Math.rint(leastSquares(withoutGaps(numbers)) * (1L << fraction));
  }

  private static double leastSquares(double[] path) {
    double middle = (path.length - 1) / 2.0;
    double rise = 0;
    double run = 0;
    for (int i = 0; i < path.length; i++) {
      rise += (i - middle) * path[i];
      run += (i - middle) * (i - middle);
    }
    return run == 0 ? path[0] : rise / run;
  }

  private static double[] withoutGaps(long[] numbers) {
    double usual = usualStep(numbers);
    double[] path = new double[numbers.length];
    double at = usual;
    path[0] = at;
    for (int i = 1; i < path.length; i++) {
      double step = (double) numbers[i] - numbers[i - 1];
      at += Math.abs(step - usual) <= Math.abs(usual) / 2 ? step : usual;
      path[i] = at;
    }
    return path;
  }

  private static double usualStep(long[] numbers) {
    double[] steps = new double[Math.min(SAMPLES, numbers.length)];
    for (int i = 0; i < steps.length; i++) {
      int place = (int) ((long) i * numbers.length / steps.length);
      steps[i] = (double) numbers[place] - (place == 0 ? 0 : numbers[place - 1]);
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }
}
