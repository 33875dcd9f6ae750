package io.updraft.telemetry.aggregate;

import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;

/**
 * Keeps a sample of the numbers that grows with the logarithm of their count, and tells percentiles
 * with an error in rank: Z. Karnin, K. Lang and E. Liberty, "Optimal Quantile Approximation in
 * Streams", FOCS 2016.
 *
 * <p>An error in rank says the same of every metric. One in value, relative to it, would say
 * nothing of air pressure, which is 1000 hPa give or take one per cent, and would need the more
 * room the wider the values are. The sample is drawn by lot: two runs over the same numbers differ,
 * within the error. Every answer is one of the numbers.
 */
final class SomeValues implements Values {
  /**
   * With a {@code k} of a quarter of it the sketch keeps at most so many numbers, of up to 2^32, if
   * it is 500 or more.
   */
  private static final int KEPT_BY_K = 4;

  private final KllDoublesSketch sketch;

  private SomeValues(int most) {
    sketch = KllDoublesSketch.newHeapInstance(most / KEPT_BY_K);
  }

  static SomeValues of(double[] values, int most) {
    SomeValues some = new SomeValues(most);
    some.sketch.update(values, 0, values.length);
    return some;
  }

  @Override
  public void add(double value) {
    sketch.update(value);
  }

  @Override
  public int held() {
    return sketch.getNumRetained();
  }

  @Override
  public double at(int percent) {
    return sketch.getQuantile(percent / 100.0, QuantileSearchCriteria.INCLUSIVE);
  }

  @Override
  public Double error() {
    return sketch.getNormalizedRankError(false);
  }

  @Override
  public Values within(int most) {
    return held() <= most ? this : smaller(most);
  }

  private SomeValues smaller(int most) {
    SomeValues some = new SomeValues(most);
    some.sketch.merge(sketch);
    return some;
  }
}
