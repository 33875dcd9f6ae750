package io.updraft.campaign.memory;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFilter;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Move;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns that somebody else moves first, whatever is tried. */
public record ContendedCampaigns(Campaigns campaigns) implements Campaigns {
  @Override
  public Optional<Campaign> find(String organization, String campaignId) {
    return campaigns.find(organization, campaignId);
  }

  @Override
  public Stored create(Move creation, List<String> targetDevices, boolean refers) {
    return campaigns.create(creation, targetDevices, refers);
  }

  @Override
  public Stored replan(Move move, @Nullable List<String> targetDevices, boolean refers) {
    return Stored.OVERTAKEN;
  }

  @Override
  public Stored move(Move move) {
    return Stored.OVERTAKEN;
  }

  @Override
  public Stored move(Move move, Engine seen) {
    return Stored.OVERTAKEN;
  }

  @Override
  public Listing list(
      String organization, CampaignFilter filter, int limit, @Nullable String after) {
    return campaigns.list(organization, filter, limit, after);
  }
}
