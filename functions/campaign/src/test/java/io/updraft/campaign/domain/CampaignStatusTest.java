package io.updraft.campaign.domain;

import static io.updraft.campaign.domain.CampaignStatus.CANCELLED;
import static io.updraft.campaign.domain.CampaignStatus.COMPLETED;
import static io.updraft.campaign.domain.CampaignStatus.CREATED;
import static io.updraft.campaign.domain.CampaignStatus.FAILED;
import static io.updraft.campaign.domain.CampaignStatus.IN_PROGRESS;
import static io.updraft.campaign.domain.CampaignStatus.PAUSED;
import static io.updraft.campaign.domain.CampaignStatus.REJECTED;
import static io.updraft.campaign.domain.CampaignStatus.ROLLBACK;
import static io.updraft.campaign.domain.CampaignStatus.ROLLED_BACK;
import static io.updraft.campaign.domain.CampaignStatus.SCHEDULED;
import static io.updraft.campaign.memory.Examples.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.campaign.memory.Examples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignStatusTest {
  private static final Map<CampaignStatus, Set<CampaignStatus>> MOVES =
      Map.of(
          CREATED, Set.of(SCHEDULED, IN_PROGRESS, CANCELLED, REJECTED),
          SCHEDULED, Set.of(CREATED, IN_PROGRESS, CANCELLED, REJECTED),
          IN_PROGRESS, Set.of(PAUSED, COMPLETED, FAILED, CANCELLED, ROLLBACK),
          PAUSED, Set.of(IN_PROGRESS, CANCELLED, ROLLBACK),
          COMPLETED, Set.of(ROLLBACK),
          FAILED, Set.of(ROLLBACK),
          ROLLBACK, Set.of(FAILED, ROLLED_BACK),
          REJECTED, Set.of(CREATED, SCHEDULED),
          CANCELLED, Set.of(),
          ROLLED_BACK, Set.of());

  @Test
  void hasTheMovesOfTheRules() {
    for (CampaignStatus status : CampaignStatus.values()) {
      assertThat(status.successors()).as(status.wireName()).isEqualTo(MOVES.get(status));
    }
  }

  @Test
  void noCampaignMakesAnyOtherMove() {
    Instant now = Instant.parse("2026-11-24T08:00:00Z");
    Campaign created =
        Campaign.planned(
            "cmp_1",
            Examples.plan(new Targeting(0, List.of("north"), null, false)),
            Examples.firmware(),
            0,
            OLGA,
            now);

    assertThatThrownBy(() -> moved(created, COMPLETED, now))
        .isInstanceOf(IllegalStateException.class);
    Campaign started = moved(created, IN_PROGRESS, now);
    assertThat(started.actualStart()).isEqualTo(now);
    assertThat(started.sequence()).isEqualTo(2);
    assertThat(moved(started, CANCELLED, now).actualEnd()).isEqualTo(now);
  }

  private static Campaign moved(Campaign campaign, CampaignStatus next, Instant now) {
    return campaign.edit(OLGA, now).moveTo(next, "why").done();
  }
}
