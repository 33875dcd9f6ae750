package io.updraft.alert.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule has triggered.
 *
 * @param last null where it never has
 */
public record Totals(long triggers, @Nullable Instant last) {
  public static final Totals NONE = new Totals(0, null);

  public Totals plus(Totals more) {
    return new Totals(triggers + more.triggers, later(last, more.last));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
