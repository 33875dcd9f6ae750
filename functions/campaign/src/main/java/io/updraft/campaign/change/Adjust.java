package io.updraft.campaign.change;

import io.updraft.campaign.change.ChangeCampaign.Result;
import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.plan.Wish;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a campaign that runs other bounds. */
final class Adjust {
  private static final String PERCENTAGE = "rollout_percentage";
  private static final Set<String> BOUNDS =
      Set.of(PERCENTAGE, "max_concurrent_updates", "batch_size", "scheduled_end", "dynamic");

  private final Campaigns campaigns;
  private final NamedDevices named;
  private final CampaignTallies tallies;
  private final Moves moves;

  Adjust(Campaigns campaigns, Targets targets, CampaignTallies tallies, Moves moves) {
    this.campaigns = campaigns;
    this.named = new NamedDevices(targets);
    this.tallies = tallies;
    this.moves = moves;
  }

  /** Empty where somebody else moved the campaign first. */
  Optional<Result> attempt(Campaign campaign, Wish wish, Actor actor) {
    PlanChanges changes = named.changes(campaign, wish.plan(), wish);
    Map<String, String> fixed = fixed(campaign, wish.plan(), changes);
    if (!fixed.isEmpty()) {
      return Optional.of(new Result.Fixed(fixed));
    }
    return changes.none()
        ? Optional.of(new Result.Changed(campaign))
        : adjusted(campaign, wish.plan(), changes, actor);
  }

  private static Map<String, String> fixed(
      Campaign campaign, CampaignPlan plan, PlanChanges changes) {
    Map<String, String> fixed = new LinkedHashMap<>();
    changes.byField().keySet().stream()
        .filter(field -> !BOUNDS.contains(field))
        .forEach(field -> fixed.put(field, "can't change after the start"));
    int least = campaign.plan().pace().rolloutPercentage();
    if (plan.pace().rolloutPercentage() < least) {
      fixed.put(PERCENTAGE, "can only be raised after the start; it is %d".formatted(least));
    }
    return fixed;
  }

  private Optional<Result> adjusted(
      Campaign campaign, CampaignPlan plan, PlanChanges changes, Actor actor) {
    Move move = moves.adjust(campaign, plan, tallies.of(campaign), actor, changes.text());
    return switch (campaigns.move(move)) {
      case STORED -> Optional.of(new Result.Changed(move.after()));
      case OVERTAKEN, TOO_MANY -> Optional.empty();
      case FIRMWARE_GONE -> Optional.of(new Result.FirmwareGone());
    };
  }
}
