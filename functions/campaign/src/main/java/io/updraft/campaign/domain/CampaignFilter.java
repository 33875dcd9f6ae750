package io.updraft.campaign.domain;

import io.updraft.device.published.Priority;
import org.jspecify.annotations.Nullable;

/** Which campaigns a list shows; what is null does not narrow. */
public record CampaignFilter(
    @Nullable CampaignStatus status, @Nullable Priority priority, @Nullable String firmwareId) {

  public boolean matches(Campaign campaign) {
    return (status == null || status == campaign.status())
        && (priority == null || priority == campaign.plan().priority())
        && (firmwareId == null || firmwareId.equals(campaign.firmware().firmwareId()));
  }
}
