package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.campaign.CampaignFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job: a fleet goes through a campaign. */
@Timeout(900)
class CampaignTest {
  private static final int CONCURRENT = Math.max(20, SimulatedFleet.SIZE / 5);
  private static final double FAILING = 0.1;
  private static final double BREAKING = 0.2;

  @TempDir Path folder;

  @Test
  void fleetCompletesWithExactFiguresAndOneEventPerChange() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data of the test"))) {
      Operator operator = Operator.of(runtime);
      try (SimulatedFleet fleet =
          SimulatedFleet.join(operator, FAILING, BREAKING, folder.resolve("keys"))) {
        String firmware =
            operator.firmware(SimulatedFleet.MODEL, "2.0.0", SimulatedFleet.FIRMWARE_BYTES);
        WatchedCampaign campaign = WatchedCampaign.create(operator, firmware, CONCURRENT);
        campaign.start();
        CampaignFigures end = campaign.readUntil(CampaignFigures::ended);

        assertFiguresAreExact(end, fleet);
        assertNeverTooManyAtOnce(campaign);
        assertDownloadsResumed(fleet);
        ExpectedEvents.of(operator, List.of()).assertPublished(runtime);
        assertFirmwareKnowsItsFigures(operator, firmware, fleet);
      }
    }
  }

  private static void assertFiguresAreExact(CampaignFigures end, SimulatedFleet fleet)
      throws Exception {
    fleet.assertEndedAsPlanned();
    int size = fleet.plan().size();
    int failed = fleet.plan().failures();
    assertThat(end)
        .isEqualTo(new CampaignFigures("completed", size, 0, 0, size - failed, failed, 0));
  }

  private static void assertNeverTooManyAtOnce(WatchedCampaign campaign) throws Exception {
    assertThat(campaign.reads()).as("reads while it ran").isGreaterThan(5);
    assertThat(campaign.mostAtOnce()).as("devices at work at one read").isPositive();
    assertThat(Overlap.mostAtOnce(campaign.updates()))
        .as("several at once, and never more than the limit")
        .isBetween(2, CONCURRENT);
  }

  private static void assertDownloadsResumed(SimulatedFleet fleet) {
    long breaks = fleet.plan().traits().stream().filter(traits -> traits.breaks()).count();
    assertThat(fleet.traffic().resumed()).isGreaterThanOrEqualTo(breaks);
    assertThat(fleet.traffic().bytes())
        .as("every byte came once")
        .isEqualTo(fleet.plan().size() * SimulatedFleet.FIRMWARE_BYTES);
    assertThat(fleet.traffic().refused()).as("refused requests").isZero();
  }

  private static void assertFirmwareKnowsItsFigures(
      Operator operator, String id, SimulatedFleet fleet) throws Exception {
    int size = fleet.plan().size();
    double successRate = (size - fleet.plan().failures()) / (double) size;
    JsonNode firmware =
        Eventually.read(
            Duration.ofSeconds(30),
            () -> operator.get("firmware/" + id).body(),
            now ->
                now.path("download_count").asInt() == size
                    && now.path("success_rate").asDouble() == successRate);
    assertThat(firmware.path("download_count").asInt()).isEqualTo(size);
    assertThat(firmware.path("success_rate").asDouble()).isEqualTo(successRate);
  }
}
