package io.updraft.alert.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists alerts, the newest first. */
public interface AlertList {
  /**
   * One page; where a filter thins out it can be short, even empty, and not the last.
   *
   * @param before the id of the alert before, or null for the beginning
   */
  Listing list(String organization, AlertFilter filter, int limit, @Nullable AlertId before);

  /**
   * A page.
   *
   * @param next below which to go on, or null at the end
   */
  record Listing(List<Alert> alerts, @Nullable AlertId next) {
    public Listing {
      alerts = List.copyOf(alerts);
    }
  }
}
