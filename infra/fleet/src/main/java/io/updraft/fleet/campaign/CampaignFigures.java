package io.updraft.fleet.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A campaign as one read showed it. */
public record CampaignFigures(
    String status,
    long total,
    long pending,
    long inProgress,
    long completed,
    long failed,
    long cancelled) {
  private static final Set<String> ENDED =
      Set.of("completed", "failed", "cancelled", "rejected", "rolled_back");

  static CampaignFigures of(JsonNode campaign) {
    return new CampaignFigures(
        campaign.path("status").asText(),
        campaign.path("total_devices").asLong(),
        campaign.path("pending_devices").asLong(),
        campaign.path("in_progress_devices").asLong(),
        campaign.path("completed_devices").asLong(),
        campaign.path("failed_devices").asLong(),
        campaign.path("cancelled_devices").asLong());
  }

  /** Whether the counters add up, as they must at every read. */
  public boolean addUp() {
    return total == pending + inProgress + completed + failed + cancelled;
  }

  public boolean ended() {
    return ENDED.contains(status);
  }

  /** Whether it has ended, and all its updates too: a failed one still has to cancel what waits. */
  boolean settled() {
    return ended() && pending + inProgress == 0;
  }

  @Override
  public String toString() {
    return "%s: %d total, %d pending, %d in progress, %d completed, %d failed, %d cancelled"
        .formatted(status, total, pending, inProgress, completed, failed, cancelled);
  }
}
