package io.updraft.campaign.change;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.plan.Judged;
import io.updraft.campaign.plan.PlanReader;
import io.updraft.campaign.plan.Wish;
import io.updraft.http.HttpRequest;

/**
 * What the caller wants, which depends on the campaign: the body names only what is to change. Both
 * refuse what is malformed.
 */
record WantedPlan(PlanReader plans, HttpRequest request) {
  Judged before(Campaign start) {
    return plans.over(request, start);
  }

  Wish during(Campaign run) {
    return plans.whileRunning(request, run);
  }
}
