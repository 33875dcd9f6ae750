package io.updraft.campaign.advance;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Campaigns, updates and rollbacks together on real tables, by chance, the rules checked after each
 * step. {@code -Dwalk.seeds} makes more walks, {@code -Dwalk.first} others.
 */
@ExtendWith(DynamoDbServer.class)
class WholeCampaignTest {
  private static final long FIRST = Long.getLong("walk.first", 1);
  private static final int SEEDS = Integer.getInteger("walk.seeds", 5);

  @Test
  void keepsTheRulesAtEachStep(TestDatabase database) {
    Map<DeploymentStrategy, Integer> played = new EnumMap<>(DeploymentStrategy.class);
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      try {
        played.merge(new WholeCampaign(database, seed).play(), 1, Integer::sum);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("walk " + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(played).as("each strategy had its turn").hasSizeGreaterThanOrEqualTo(4);
  }
}
