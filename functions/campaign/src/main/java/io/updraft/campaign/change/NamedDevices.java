package io.updraft.campaign.change;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.plan.Wish;
import java.util.List;

/** Compares plans with their explicit ids, which are read only where a caller names some. */
record NamedDevices(Targets targets) {
  PlanChanges changes(Campaign campaign, CampaignPlan plan, Wish wish) {
    PlanChanges changes = PlanChanges.between(campaign, plan, wish.firmwareId());
    int count = campaign.plan().targeting().devices();
    return wish.devicesStay() || same(campaign, count, wish.targetDevices())
        ? changes
        : changes.withDevices(count, wish.targetDevices().size());
  }

  private boolean same(Campaign campaign, int count, List<String> wanted) {
    return count == wanted.size()
        && (count == 0
            || targets
                .named(campaign.organization(), campaign.campaignId(), 0, count)
                .equals(wanted));
  }
}
