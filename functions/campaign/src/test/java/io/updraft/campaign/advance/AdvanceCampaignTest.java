package io.updraft.campaign.advance;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.events.Envelope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Properties of whole campaigns, by many runs of chance. */
class AdvanceCampaignTest {
  private static final int RUNS = 300;

  @Test
  void keepsItsPromisesWhateverHappens() {
    Map<CampaignStatus, Integer> ends = new EnumMap<>(CampaignStatus.class);
    for (long seed = 0; seed < RUNS; seed++) {
      try {
        CampaignRun run = new CampaignRun(seed).play();
        check(run);
        ends.merge(run.campaign().status(), 1, Integer::sum);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("with seed " + seed, failure);
      }
    }
    assertThat(ends)
        .as("every end must have been seen, or the runs prove little")
        .containsOnlyKeys(
            CampaignStatus.COMPLETED, CampaignStatus.FAILED, CampaignStatus.CANCELLED);
  }

  private static void check(CampaignRun run) {
    Campaign campaign = run.campaign();
    assertThat(run.targets()).as("each device is a target once").doesNotHaveDuplicates();
    assertThat(run.engine().targets())
        .isEqualTo(run.tally().total())
        .isEqualTo(run.targets().size());
    assertThat(run.tally().unfinished()).isZero();
    if (campaign.status() == CampaignStatus.COMPLETED && !run.unquiet()) {
      assertThat(run.targets()).isEqualTo(run.expected());
    }
    boolean tooMany =
        campaign.plan().limits().reached(run.tally(), campaign.plan().pace().batchSize(), true);
    if (campaign.status() == CampaignStatus.COMPLETED) {
      assertThat(tooMany).isFalse();
    }
    assertThat(run.store().gate(campaign.campaignId())).isEmpty();
    checkEvents(run.store().events(), campaign);
  }

  private static void checkEvents(List<Envelope> events, Campaign campaign) {
    List<Long> sequence = new ArrayList<>();
    events.forEach(event -> sequence.add(event.sequence().orElseThrow()));
    assertThat(sequence)
        .as("one event a change")
        .isEqualTo(LongStream.rangeClosed(1, campaign.sequence()).boxed().toList());
    assertThat(events.stream().map(Envelope::type).filter(t -> !t.equals("campaign.paused")))
        .containsExactly(
            "campaign.created", "campaign.started", "campaign." + campaign.status().wireName());
  }
}
