package io.updraft.notification.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a campaign.
 *
 * @param happening the type of its event, as {@code campaign.started}
 * @param reason of a failure or a rollback
 * @param channels empty for those that the users have by default
 */
public record CampaignNotice(
    String organizationId,
    String campaignId,
    String name,
    String happening,
    @Nullable String reason,
    List<String> channels,
    Instant timestamp) {
  public CampaignNotice {
    channels = List.copyOf(channels);
  }
}
