package io.updraft.campaign.domain;

import java.time.Instant;

/**
 * Takes out of campaigns what was deleted elsewhere. Neither is a move: no plan is changed by it,
 * no approval voided, and no event tells of it. Both can be repeated.
 */
public interface Removals {
  /**
   * Takes a device out of the explicit ids, and says so in the timeline; nothing where it is not
   * among them. The positions of the others stay, by which the engine walks.
   */
  void withdraw(Campaign campaign, String deviceId, Instant now);

  /** Puts {@code deleted-user} for the user wherever the campaign and its timeline name him. */
  void forgetUser(Campaign campaign, String user);
}
