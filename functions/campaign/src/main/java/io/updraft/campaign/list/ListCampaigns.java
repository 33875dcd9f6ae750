package io.updraft.campaign.list;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFilter;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds one page of campaigns, newest first. */
final class ListCampaigns {
  private final Campaigns campaigns;

  ListCampaigns(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * Finds the page.
   *
   * @param offset how many matching ones to leave out; they are read all the same
   */
  Listing list(
      String organization, CampaignFilter filter, int offset, int limit, @Nullable String after) {
    Listing read = campaigns.list(organization, filter, offset + limit, after);
    List<Campaign> page = read.campaigns().stream().skip(offset).toList();
    return new Listing(page, read.next());
  }
}
