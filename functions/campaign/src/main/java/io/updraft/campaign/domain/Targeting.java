package io.updraft.campaign.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which devices a campaign names. The explicit ids are kept apart, since there can be 100,000.
 *
 * @param devices the number of explicit ids
 * @param dynamic whether devices that come to be named later are taken in
 */
public record Targeting(
    int devices, List<String> groups, @Nullable DeviceFilter filter, boolean dynamic) {
  /** Explicit ids in one campaign. */
  public static final int MOST_DEVICES = 100_000;

  public Targeting {
    groups = List.copyOf(groups);
  }

  /** Whether a device can be named twice, by two sources. */
  public boolean severalSources() {
    return (devices > 0 ? 1 : 0) + groups.size() + (filter == null ? 0 : 1) > 1;
  }
}
