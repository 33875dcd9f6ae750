package io.updraft.campaign.domain;

import io.updraft.device.published.Target;
import java.util.List;

/** Reads what a campaign has written down of its devices. */
public interface Targets {
  /**
   * The explicit ids at the positions from {@code from} on, in the order they were given; fewer
   * than there are positions where devices were deleted.
   */
  List<String> named(String organization, String campaignId, int from, int limit);

  /** The targets at the positions from {@code from} on; strongly consistent. */
  List<Target> held(String organization, String campaignId, long from, int limit);
}
