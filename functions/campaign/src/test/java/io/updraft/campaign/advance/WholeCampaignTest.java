package io.updraft.campaign.advance;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.EnumSet;
import java.util.Set;
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
    Set<Sight> seen = EnumSet.noneOf(Sight.class);
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      try {
        seen.addAll(new WholeCampaign(database, seed).play());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("walk " + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(seen).as("what the rules are about").contains(Sight.values());
  }
}
