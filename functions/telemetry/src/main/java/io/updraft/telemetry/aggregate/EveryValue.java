package io.updraft.telemetry.aggregate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all numbers, and tells percentiles exactly.
 *
 * <p>Between two numbers it interpolates on a line: type 7 of R. J. Hyndman and Y. Fan, "Sample
 * Quantiles in Statistical Packages", The American Statistician 50 (1996), the default of R, NumPy
 * and of the inclusive percentile of spreadsheets. The place among the sorted numbers x(0) ..
 * x(n-1) is h = (n - 1) * percent / 100, the value x(floor h) + (h - floor h) * (x(floor h + 1) -
 * x(floor h)).
 */
final class EveryValue implements Values {
  private double[] values = new double[8];
  private int size;

  @Override
  public void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  @Override
  public int held() {
    return size;
  }

  @Override
  public double at(int percent) {
    Arrays.sort(values, 0, size);
    long hundredths = (size - 1L) * percent;
    int below = (int) (hundredths / 100);
    int above = Math.min(below + 1, size - 1);
    return between(values[below], values[above], hundredths % 100 / 100.0);
  }

  @Override
  public @Nullable Double error() {
    return null;
  }

  @Override
  public Values within(int most) {
    return size <= most ? this : SomeValues.of(Arrays.copyOf(values, size), most);
  }

  private static double between(double low, double high, double share) {
    double spread = high - low;
    return Double.isFinite(spread)
        ? Math.min(low + share * spread, high)
        : (1 - share) * low + share * high;
  }
}
