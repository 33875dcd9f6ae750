package io.updraft.alert.domain;

import io.updraft.telemetry.published.DataPoint;

/**
 * A point that breaks a rule, or a moment at which silence does.
 *
 * @param time in nanoseconds since the epoch
 * @param value as text, at most {@value #MOST} characters of it: the value of the point, the rate
 *     per second, or the seconds of silence
 */
public record Breach(long time, String value) {
  private static final int MOST = 256;

  public Breach {
    value =
        value.codePointCount(0, value.length()) <= MOST
            ? value
            : value.substring(0, value.offsetByCodePoints(0, MOST));
  }

  static Breach of(DataPoint point) {
    return new Breach(point.time(), Numbers.text(point.value()));
  }
}
