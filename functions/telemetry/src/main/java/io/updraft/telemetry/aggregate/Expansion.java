package io.updraft.telemetry.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The exact sum of doubles, as doubles that do not overlap: mostly one to three of them, never more
 * than forty.
 *
 * <p>J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
 * Predicates", Discrete and Computational Geometry 18 (1997): GROW-EXPANSION, with Dekker's sum of
 * two doubles.
 */
final class Expansion {
  /**
   * Summands are below it, apart from their sign. The largest double is 2^64 times as much, so that
   * no sum of fewer than 2^64 of them overflows.
   */
  static final double END = 0x1p960;

  private double[] parts = new double[2];
  private int size;

  void add(double summand) {
    double carried = summand;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double sum = carried + parts[i];
      double lost = lost(carried, parts[i], sum);
      if (lost != 0) {
        parts[kept++] = lost;
      }
      carried = sum;
    }
    size = kept;
    append(carried);
  }

  BigDecimal exact() {
    return Arrays.stream(parts, 0, size)
        .mapToObj(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What rounding took from the sum of two doubles. */
  private static double lost(double one, double other, double sum) {
    return Math.abs(one) >= Math.abs(other) ? other - (sum - one) : one - (sum - other);
  }

  private void append(double part) {
    if (size == parts.length) {
      parts = Arrays.copyOf(parts, 2 * size);
    }
    parts[size++] = part;
  }
}
