package io.updraft.campaign.advance;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.memory.MemoryUpdates.State;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.events.Envelope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties of whole campaigns, by many runs of chance. */
class AdvanceCampaignTest {
  private static final int RUNS = 400;

  @Test
  void keepsItsPromisesWhateverHappens() {
    Map<CampaignStatus, Set<DeploymentStrategy>> ends = new EnumMap<>(CampaignStatus.class);
    Set<RollbackTrigger> rollbacks = EnumSet.noneOf(RollbackTrigger.class);
    for (long seed = 0; seed < RUNS; seed++) {
      try {
        CampaignRun run = new CampaignRun(seed).play();
        check(run);
        Campaign campaign = run.campaign();
        ends.computeIfAbsent(campaign.status(), s -> EnumSet.noneOf(DeploymentStrategy.class))
            .add(campaign.plan().pace().strategy());
        Stream.ofNullable(campaign.rollback()).forEach(rollbacks::add);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("with seed " + seed, failure);
      }
    }
    assertThat(ends)
        .as("every end must have been seen, or the runs prove little")
        .containsOnlyKeys(
            CampaignStatus.COMPLETED,
            CampaignStatus.FAILED,
            CampaignStatus.CANCELLED,
            CampaignStatus.ROLLED_BACK);
    assertThat(ends.values())
        .as("and by every strategy")
        .allSatisfy(by -> assertThat(by).containsExactly(DeploymentStrategy.values()));
    assertThat(rollbacks)
        .containsExactlyInAnyOrder(RollbackTrigger.MANUAL, RollbackTrigger.FAILURE_RATE);
  }

  private static void check(CampaignRun run) {
    Campaign campaign = run.campaign();
    assertThat(run.targets()).as("each device is a target once").doesNotHaveDuplicates();
    assertThat(run.engine().targets())
        .isEqualTo(run.tally().total())
        .isEqualTo(run.targets().size());
    assertThat(run.tally().unfinished()).isZero();
    assertThat(run.engine().due()).as("nobody looks at what is over").isNull();
    assertThat(run.store().gate(campaign.campaignId())).isEmpty();
    if (campaign.status() == CampaignStatus.COMPLETED) {
      checkCompleted(run, campaign);
    }
    checkRollbacks(run, campaign);
    checkEvents(run.store().events(), campaign);
  }

  private static void checkCompleted(CampaignRun run, Campaign campaign) {
    boolean tooMany =
        campaign.plan().limits().reached(run.tally(), campaign.plan().pace().batchSize(), true);
    assertThat(tooMany).isFalse();
    boolean dynamic = campaign.plan().targeting().dynamic();
    if (dynamic) {
      assertThat(campaign.actualEnd()).isAfterOrEqualTo(campaign.plan().schedule().end());
    }
    if (!run.unquiet() && dynamic) {
      assertThat(run.expected()).containsAll(run.targets());
    } else if (!run.unquiet()) {
      assertThat(run.targets()).isEqualTo(run.expected());
    }
  }

  /** Whoever has completed was taken back, or was tried to be, and nobody else. */
  private static void checkRollbacks(CampaignRun run, Campaign campaign) {
    Set<String> completed =
        run.updates().where(e -> e.state() == State.COMPLETED && e.campaignId() != null).stream()
            .map(e -> e.updateId())
            .collect(Collectors.toSet());
    assertThat(run.updates().rollbacksNow().unfinished()).isZero();
    assertThat(run.updates().backs().keySet())
        .isEqualTo(campaign.rollback() == null ? Set.of() : completed);
  }

  private static void checkEvents(List<Envelope> events, Campaign campaign) {
    List<Long> sequence = new ArrayList<>();
    events.forEach(event -> sequence.add(event.sequence().orElseThrow()));
    assertThat(sequence)
        .as("one event a change")
        .isEqualTo(LongStream.rangeClosed(1, campaign.sequence()).boxed().toList());
    assertThat(events.stream().map(Envelope::type))
        .startsWith("campaign.created", "campaign.started")
        .endsWith("campaign." + campaign.status().wireName());
  }
}
