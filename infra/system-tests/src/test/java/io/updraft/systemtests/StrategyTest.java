package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.campaign.CampaignFigures;
import io.updraft.fleet.device.Enrolment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each strategy over a fleet: what it lets through, what it stops, and what it takes back. */
class StrategyTest {
  private static final int CONCURRENT = 1_000;
  private static final String NEW_VERSION = "2.0.0";

  @TempDir Path folder;
  private RuntimeProcess runtime;
  private Operator operator;

  @BeforeEach
  void start() throws Exception {
    runtime = RuntimeProcess.start(folder.resolve("data"));
    operator = Operator.of(runtime);
  }

  @AfterEach
  void stop() throws Exception {
    runtime.close();
  }

  private SimulatedFleet fleet(double failing) throws Exception {
    return SimulatedFleet.join(operator, failing, 0, folder.resolve("keys"));
  }

  private WatchedCampaign campaign(Map<String, ?> fields) throws Exception {
    String firmware =
        operator.firmware(SimulatedFleet.MODEL, NEW_VERSION, SimulatedFleet.FIRMWARE_BYTES);
    WatchedCampaign campaign = WatchedCampaign.create(operator, firmware, CONCURRENT, fields);
    campaign.start();
    return campaign;
  }

  private List<String> timeline(WatchedCampaign campaign) throws Exception {
    return operator.all(campaign.path() + "/timeline", "timeline").stream()
        .map(line -> line.path("what").asText())
        .toList();
  }

  @Test
  void canaryStopsABadFirmwareWithinItsGroup() throws Exception {
    try (SimulatedFleet fleet = fleet(0.3)) {
      WatchedCampaign campaign =
          campaign(
              Map.of(
                  "deployment_strategy",
                  "canary",
                  "canary_percentage",
                  10,
                  "canary_failure_percent",
                  5));

      CampaignFigures end = campaign.readUntil(f -> f.ended() && f.pending() + f.inProgress() == 0);

      assertThat(end.status()).isEqualTo("failed");
      assertThat(end.failed()).isPositive();
      assertThat(end.completed() + end.failed())
          .as("nobody outside the group got it")
          .isLessThanOrEqualTo(Math.ceilDiv(fleet.plan().size(), 10));
      assertThat(end.total()).isEqualTo(fleet.plan().size());
    }
  }

  @Test
  void stagedCampaignThatFailsTakesEveryDeviceBack() throws Exception {
    String _ =
        operator.firmware(
            SimulatedFleet.MODEL, Enrolment.FIRST_VERSION, SimulatedFleet.FIRMWARE_BYTES);
    try (SimulatedFleet fleet = fleet(0.15)) {
      WatchedCampaign campaign =
          campaign(
              Map.of(
                  "deployment_strategy",
                  "staged",
                  "batch_size",
                  Math.min(500, fleet.plan().size() / 5),
                  "failure_threshold_percent",
                  10,
                  "auto_rollback",
                  true));

      CampaignFigures end = campaign.readUntil(CampaignFigures::ended);

      assertThat(end.status()).isEqualTo("failed");
      assertThat(end.completed()).as("devices that had been updated").isPositive();
      Map<String, Integer> versions =
          Eventually.read(
              Duration.ofSeconds(20), fleet::versions, v -> !v.containsKey(NEW_VERSION));
      assertThat(versions).isEqualTo(Map.of(Enrolment.FIRST_VERSION, fleet.plan().size()));
      List<JsonNode> rollbacks =
          operator.all("rollbacks?campaign_id=" + campaign.id() + "&status=completed", "rollbacks");
      assertThat(rollbacks).hasSize((int) end.completed());
      assertThat(timeline(campaign)).contains("rollback_started", "failed");
    }
  }

  @Test
  void blueGreenSwitchesWhenAllHaveInstalled() throws Exception {
    try (SimulatedFleet fleet = fleet(0)) {
      WatchedCampaign campaign = campaign(Map.of("deployment_strategy", "blue_green"));

      CampaignFigures end = campaign.readUntil(CampaignFigures::ended);

      assertThat(end.status()).isEqualTo("completed");
      assertThat(end.completed()).isEqualTo(fleet.plan().size());
      assertThat(timeline(campaign)).containsSubsequence("completed", "promoted", "started");
      assertThat(operator.get(campaign.path()).text("promoted_at")).isNotEmpty();
    }
  }

  @Test
  void pausedCampaignGoesOnOnlyWhenItIsResumed() throws Exception {
    try (SimulatedFleet fleet = fleet(0)) {
      WatchedCampaign campaign =
          campaign(Map.of("max_concurrent_updates", Math.max(2, SimulatedFleet.SIZE / 5)));
      CampaignFigures _ = campaign.readUntilEnded(0.1);
      String _ =
          operator.post(campaign.path() + "/pause", Map.of("reason", "lunch")).text("status");

      CampaignFigures quiet = campaign.readUntil(f -> f.inProgress() == 0);
      assertThat(quiet.status()).isEqualTo("paused");
      assertThat(operator.get(campaign.path()).text("waiting_for")).contains("lunch");
      assertThat(campaign.read().pending()).isEqualTo(quiet.pending()).isPositive();

      String _ = operator.post(campaign.path() + "/resume", Map.of()).text("status");
      assertThat(campaign.readUntil(CampaignFigures::ended).completed())
          .isEqualTo(fleet.plan().size());
    }
  }
}
