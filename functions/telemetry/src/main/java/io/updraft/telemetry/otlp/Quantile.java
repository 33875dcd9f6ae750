package io.updraft.telemetry.otlp;

import java.math.BigDecimal;

/** Names quantiles as metrics are named. */
final class Quantile {
  private Quantile() {}

  /** 0.999 as {@code .p99.9}; what is no quantile gets a name that no metric has. */
  static String suffix(double quantile) {
    if (!(quantile >= 0 && quantile <= 1)) {
      return ".p(%s)".formatted(quantile);
    }
    if (quantile == 0 || quantile == 1) {
      return quantile == 0 ? ".min" : ".max";
    }
    return ".p"
        + BigDecimal.valueOf(quantile).scaleByPowerOfTen(2).stripTrailingZeros().toPlainString();
  }
}
