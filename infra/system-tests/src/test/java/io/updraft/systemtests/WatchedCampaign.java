package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.campaign.CampaignFigures;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A campaign of which each read is judged. */
final class WatchedCampaign {
  private static final Duration TO_END = Duration.ofSeconds(120 + SimulatedFleet.SIZE);

  private final Operator operator;
  private final String id;
  private final int concurrent;
  private long mostAtOnce;
  private int reads;

  private WatchedCampaign(Operator operator, String id, int concurrent) {
    this.operator = operator;
    this.id = id;
    this.concurrent = concurrent;
  }

  /** Creates an immediate campaign over the simulated devices; it is not started. */
  static WatchedCampaign create(Operator operator, String firmwareId, int concurrent)
      throws InterruptedException {
    return create(operator, firmwareId, concurrent, Map.of());
  }

  /**
   * The same with other fields, or further ones. What a device is told to fail at it fails again,
   * so that there are no retries.
   */
  static WatchedCampaign create(
      Operator operator, String firmwareId, int concurrent, Map<String, ?> fields)
      throws InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "System test");
    body.put("firmware_id", firmwareId);
    body.put("target_groups", List.of(SimulatedFleet.GROUP));
    body.put("deployment_strategy", "immediate");
    body.put("max_concurrent_updates", concurrent);
    body.put("failure_threshold_percent", 100);
    body.put("auto_rollback", false);
    body.put("max_retries", 0);
    body.putAll(fields);
    String id = operator.post("campaigns", body).text("campaign_id");
    return new WatchedCampaign(operator, id, concurrent);
  }

  void start() throws InterruptedException {
    operator.post(path() + "/start", Map.of());
  }

  /** One read, in which the counters add up and no more than allowed are at work. */
  CampaignFigures read() throws InterruptedException {
    CampaignFigures figures = figures(operator.get(path()).body());
    assertThat(figures.addUp()).as("counters add up: %s", figures).isTrue();
    assertThat(figures.inProgress()).as("%s", figures).isLessThanOrEqualTo(concurrent);
    mostAtOnce = Math.max(mostAtOnce, figures.inProgress());
    reads++;
    return figures;
  }

  /** Reads on and on until it is as wanted, or much too long. */
  CampaignFigures readUntil(Predicate<CampaignFigures> wanted) throws Exception {
    CampaignFigures last = Eventually.read(TO_END, this::read, wanted);
    assertThat(last).as("the campaign in time").matches(wanted);
    return last;
  }

  /** Until this share of the targets, 0..1, has ended. */
  CampaignFigures readUntilEnded(double share) throws Exception {
    return readUntil(f -> f.completed() + f.failed() >= share * SimulatedFleet.SIZE);
  }

  List<JsonNode> updates() throws InterruptedException {
    return operator.all(path() + "/devices", "devices");
  }

  String id() {
    return id;
  }

  /** The most that one read showed in progress. */
  long mostAtOnce() {
    return mostAtOnce;
  }

  int reads() {
    return reads;
  }

  String path() {
    return "campaigns/" + id;
  }

  private static CampaignFigures figures(JsonNode campaign) {
    return new CampaignFigures(
        campaign.path("status").asText(),
        campaign.path("total_devices").asLong(),
        campaign.path("pending_devices").asLong(),
        campaign.path("in_progress_devices").asLong(),
        campaign.path("completed_devices").asLong(),
        campaign.path("failed_devices").asLong(),
        campaign.path("cancelled_devices").asLong());
  }
}
