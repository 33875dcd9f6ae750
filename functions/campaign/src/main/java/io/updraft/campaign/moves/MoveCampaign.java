package io.updraft.campaign.moves;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides on a campaign as it is and writes that; decides again where somebody else moved it first.
 */
public final class MoveCampaign {
  private static final int MOST_ATTEMPTS = 5;

  private final Campaigns campaigns;

  public MoveCampaign(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * What became of it; empty where the organization has no such campaign.
   *
   * @param attempt empty where the campaign has changed since it was read
   * @throws DependencyUnavailable where it has at each attempt: nothing was written
   */
  public <R> Optional<R> move(
      String campaignId, Actor actor, Function<Campaign, Optional<R>> attempt) {
    for (int n = 0; n < MOST_ATTEMPTS; n++) {
      Optional<Campaign> found = campaigns.find(actor.organization(), campaignId);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Optional<R> result = attempt.apply(found.get());
      if (result.isPresent()) {
        return result;
      }
    }
    throw new DependencyUnavailable("The campaign", Duration.ofSeconds(1), null);
  }
}
