package io.updraft.campaign.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps campaigns; a move, its event, its timeline and all that it sets going are one. */
public interface Campaigns {
  /** Strongly consistent. */
  Optional<Campaign> find(String organization, String campaignId);

  /**
   * Keeps a new campaign and its explicit targets.
   *
   * @param refers whether this makes its firmware one that is referred to
   */
  Stored create(Move creation, List<String> targetDevices, boolean refers);

  /**
   * Writes another plan of a campaign that has not started, like {@link #move}.
   *
   * @param targetDevices the explicit ids that take the place of the present ones; null where those
   *     stay
   * @param refers whether this makes its firmware one that is referred to
   */
  Stored replan(Move move, @Nullable List<String> targetDevices, boolean refers);

  /** Writes the move, unless the campaign has changed since it was read. */
  Stored move(Move move);

  /** Likewise, and only while the engine too is as it was seen: how the engine moves a campaign. */
  Stored move(Move move, Engine seen);

  /** The campaigns of an organization, newest first; a page can be short and not the last. */
  Listing list(String organization, CampaignFilter filter, int limit, @Nullable String after);

  /** How a write ended. */
  enum Stored {
    STORED,
    /** Somebody else moved the campaign first: read it again. */
    OVERTAKEN,
    /** As many campaigns as the organization may have are in progress. */
    TOO_MANY,
    /** The firmware is not available, or not any more. */
    FIRMWARE_GONE
  }

  /**
   * One page.
   *
   * @param next where to continue, or null at the end
   */
  record Listing(List<Campaign> campaigns, @Nullable String next) {
    public Listing {
      campaigns = List.copyOf(campaigns);
    }
  }
}
