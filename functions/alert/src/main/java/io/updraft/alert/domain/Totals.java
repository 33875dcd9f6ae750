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
}
