package io.updraft.campaign.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what happened in a campaign. */
public interface Timelines {
  /** Newest first. */
  History newestFirst(String organization, String campaignId, int limit, @Nullable String after);

  /**
   * One page.
   *
   * @param next where to continue, or null at the end
   */
  record History(List<TimelineEntry> entries, @Nullable String next) {
    public History {
      entries = List.copyOf(entries);
    }
  }
}
