package io.updraft.campaign.cancel;

import static io.updraft.campaign.memory.Examples.OLGA;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.ContendedCampaigns;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.World;
import io.updraft.lambda.DependencyUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelCampaignTest {
  private final World world = new World();

  @Test
  void asksToComeBackWhereOthersMoveItAtEveryAttempt() {
    Move creation =
        world.moves.create(
            Examples.plan(new Targeting(1, List.of(), null, false)), Examples.firmware(), 1, OLGA);
    world.store.create(creation, List.of("d1"), false);
    CancelCampaign cancel =
        new CancelCampaign(new ContendedCampaigns(world.store), world.tallies, world.moves);

    assertThatExceptionOfType(DependencyUnavailable.class)
        .isThrownBy(() -> cancel.cancel(creation.after().campaignId(), "enough", OLGA));
  }
}
