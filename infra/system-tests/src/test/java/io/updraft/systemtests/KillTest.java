package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.fleet.campaign.CampaignFigures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of everything in the middle of a campaign, more than once. */
@Timeout(900)
class KillTest {
  private static final List<Double> SHARES_AT_KILLS = List.of(0.2, 0.6);
  private static final int CONCURRENT = Math.max(30, SimulatedFleet.SIZE / 5);

  @TempDir Path folder;

  @Test
  void killedRuntimeLosesNothingAcknowledgedAndFinishesTheCampaign() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data of the test"))) {
      Operator operator = Operator.of(runtime);
      try (SimulatedFleet fleet = SimulatedFleet.join(operator, 0.1, 0.2, folder.resolve("keys"))) {
        String firmware =
            operator.firmware(SimulatedFleet.MODEL, "2.0.0", SimulatedFleet.FIRMWARE_BYTES);
        Witness witness = Witness.of(runtime, operator);
        WatchedCampaign campaign = WatchedCampaign.create(operator, firmware, CONCURRENT);
        campaign.start();
        for (double share : SHARES_AT_KILLS) {
          witness.begin();
          killAt(share, campaign, runtime);
          runtime.startAgain();
          witness.assertReflected(operator);
        }
        assertThat(witness.acknowledged()).as("the witness was at work").isPositive();
        CampaignFigures end = campaign.readUntil(CampaignFigures::ended);

        fleet.assertEndedAsPlanned();
        assertFiguresAreThoseOf(fleet, end);
        ExpectedEvents.of(operator, List.of(witness.device())).assertPublished(runtime);
      }
    }
  }

  private static void killAt(double share, WatchedCampaign campaign, RuntimeProcess runtime)
      throws Exception {
    CampaignFigures figures = campaign.readUntilEnded(share);
    assertThat(figures.ended()).as("killed in the middle: %s", figures).isFalse();
    ProcessTree processes = runtime.processes();
    assertThat(processes.processes()).as("the JVM and two servers").hasSizeGreaterThan(2);
    processes.kill();
    assertThat(processes.leftBehind()).isEmpty();
  }

  private static void assertFiguresAreThoseOf(SimulatedFleet fleet, CampaignFigures end) {
    int size = fleet.plan().size();
    int failed = fleet.plan().failures();
    assertThat(end)
        .isEqualTo(new CampaignFigures("completed", size, 0, 0, size - failed, failed, 0));
  }
}
