package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.fleet.campaign.CampaignFigures;
import io.updraft.fleet.http.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** NATS does not answer for a while in the middle of a campaign. */
@Timeout(900)
class OutageTest {
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("outage.seconds", 15));

  @TempDir Path folder;

  @Test
  void outageOfNatsIsNotSeenAtTheApiAndLosesNoEvent() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data of the test"))) {
      Operator operator = Operator.of(runtime);
      try (SimulatedFleet fleet = SimulatedFleet.join(operator, 0.1, 0, folder.resolve("keys"))) {
        String firmware =
            operator.firmware(SimulatedFleet.MODEL, "2.0.0", SimulatedFleet.FIRMWARE_BYTES);
        WatchedCampaign campaign = WatchedCampaign.create(operator, firmware, 30);
        campaign.start();
        campaign.readUntilEnded(0.1);

        long natsPid = runtime.file().path("pids").path("nats").asLong();
        signal("STOP", natsPid);
        try {
          assertGoesOn(campaign);
        } finally {
          signal("CONT", natsPid);
        }
        campaign.readUntil(CampaignFigures::ended);

        fleet.assertEndedAsPlanned();
        assertApiWasAlwaysThere(fleet.traffic());
        assertAnswersDidNotWait(operator.traffic());
        ExpectedEvents.of(operator, List.of()).assertPublished(runtime);
      }
    }
  }

  private static void assertGoesOn(WatchedCampaign campaign) throws Exception {
    CampaignFigures atFirst = campaign.read();
    long end = System.nanoTime() + OUTAGE.toNanos();
    CampaignFigures atLast =
        Eventually.read(OUTAGE.plusSeconds(30), campaign::read, _ -> System.nanoTime() > end);
    assertThat(atLast.completed()).as("goes on").isGreaterThan(atFirst.completed());
  }

  private static void assertApiWasAlwaysThere(Traffic.Figures traffic) {
    assertThat(traffic.unavailable()).as("answers of 429 or from 500 on").isZero();
    assertThat(traffic.unreachable()).as("requests without an answer").isZero();
  }

  /** Whatever waits for NATS does so for at least two seconds. */
  private static void assertAnswersDidNotWait(Traffic traffic) {
    assertThat(traffic.reports().percentile(50)).isLessThan(Duration.ofSeconds(1));
    assertThat(traffic.polls().percentile(50)).isLessThan(Duration.ofSeconds(1));
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    assertThat(status).as("kill -%s %d", name, pid).isZero();
  }
}
