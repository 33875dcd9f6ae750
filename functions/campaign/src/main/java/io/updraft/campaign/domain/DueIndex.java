package io.updraft.campaign.domain;

import java.time.Instant;
import java.util.List;

/** Finds the campaigns whose time has come; eventually consistent. */
public interface DueIndex {
  /** Into how many parts they are spread. */
  int PARTS = 8;

  /** Up to {@code limit} of one part that are due at the time, the longest due first. */
  List<Due> due(int part, Instant now, int limit);

  /**
   * A campaign to be looked at.
   *
   * @param started whether its engine is to be woken; otherwise it is to be started
   */
  record Due(String organization, String campaignId, boolean started) {}
}
