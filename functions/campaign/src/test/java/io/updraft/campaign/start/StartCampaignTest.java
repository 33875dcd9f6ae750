package io.updraft.campaign.start;

import static io.updraft.campaign.memory.Examples.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.CampaignStart;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.ContendedCampaigns;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.World;
import io.updraft.lambda.DependencyUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartCampaignTest {
  private static final CampaignPlan PLAN = Examples.plan(new Targeting(1, List.of(), null, false));

  private final World world = new World();

  private String created(CampaignPlan plan) {
    Move creation = world.moves.create(plan, Examples.firmware(), 1, OLGA);
    world.store.create(creation, List.of("d1"), false);
    return creation.after().campaignId();
  }

  private StartCampaign starting(Campaigns campaigns) {
    return new StartCampaign(
        campaigns, new CampaignStart(campaigns, world.catalogue, world.estimate, world.moves));
  }

  @Test
  void asksToComeBackWhereOthersMoveItAtEveryAttempt() {
    String campaignId = created(PLAN);
    StartCampaign start = starting(new ContendedCampaigns(world.store));

    assertThatExceptionOfType(DependencyUnavailable.class)
        .isThrownBy(() -> start.start(campaignId, OLGA));
  }

  @Test
  void startsNothingThatHasToBeApproved() {
    String campaignId = created(Examples.approved(PLAN, true));

    assertThat(starting(world.store).start(campaignId, OLGA))
        .isEqualTo(new StartCampaign.Result.NotApproved());
  }
}
