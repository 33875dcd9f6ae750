package io.updraft.systemtests;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.events.AlertResolved;
import io.updraft.events.AlertRuleUpdated;
import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.EventStream;
import io.updraft.events.Origin;
import io.updraft.events.Streams;
import io.updraft.events.UpdateCancelled;
import io.updraft.fleet.http.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while deletions that a neighbour has announced, each more than once, are being
 * handled in the middle of a campaign.
 */
@Timeout(300)
class DeletionKillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int GONE_AT_KILL = 4;
  private static final String BACK = DoomedFleet.ALONE.getLast();

  @TempDir Path folder;
  private RuntimeProcess runtime;
  private DoomedFleet fleet;

  @BeforeEach
  void start() throws Exception {
    runtime = RuntimeProcess.start(folder.resolve("data of the test"));
    fleet = DoomedFleet.of(runtime);
  }

  @AfterEach
  void stop() {
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void everyDeletionIsCarriedOutAndToldOnce() throws Exception {
    Instant deletion = Instant.now();
    tellTwiceAndKill(deletions(deletion));
    runtime.startAgain();
    awaitGone();
    String another = fleet.comeBack(BACK);
    try (Neighbour neighbour = Neighbour.of(runtime)) {
      neighbour.tell(deletions(deletion));
      neighbour.awaitHandled();
    }
    fleet.finish();

    assertThat(fleet.status(another)).as("younger than the deletion").isEqualTo("scheduled");
    assertDevicesAreGone();
    assertUpdatesAreCancelled();
    assertCampaignEndsWithThoseThatStay();
    assertAlertsAreResolved();
    assertRulesHaveLostThem();
  }

  /** The same deletions, in events of their own. */
  private static List<Envelope> deletions(Instant at) {
    return DoomedFleet.DOOMED.stream()
        .map(
            device ->
                Envelope.unsequenced(
                    new DeviceDeleted(device, null, null, at),
                    Origin.of(Tokens.ORGANIZATION),
                    UUID.randomUUID()))
        .toList();
  }

  private void tellTwiceAndKill(List<Envelope> deletions) throws Exception {
    try (Neighbour neighbour = Neighbour.of(runtime)) {
      neighbour.tell(deletions);
      neighbour.tell(deletions.reversed());
    }
    List<String> left =
        Eventually.read(
            PATIENCE, this::registered, ids -> ids.size() <= DoomedFleet.ALL.size() - GONE_AT_KILL);
    runtime.kill();
    assertThat(left)
        .as("killed in the middle")
        .hasSizeBetween(DoomedFleet.STAYING.size() + 1, DoomedFleet.ALL.size() - GONE_AT_KILL);
  }

  private List<String> registered() throws InterruptedException {
    return fleet
        .operator()
        .api()
        .send(Call.get("/api/v1/devices?limit=200"), fleet.operator().admin())
        .require("list devices")
        .body()
        .path("devices")
        .findValuesAsText("device_id");
  }

  private void awaitGone() throws Exception {
    List<String> left =
        Eventually.read(
            PATIENCE, this::registered, ids -> ids.size() == DoomedFleet.STAYING.size());
    assertThat(left).containsExactlyInAnyOrderElementsOf(DoomedFleet.STAYING);
  }

  private void assertDevicesAreGone() throws Exception {
    assertThat(registered())
        .as("those that stay, and the one that has come back")
        .hasSize(DoomedFleet.STAYING.size() + 1)
        .containsAll(DoomedFleet.STAYING)
        .contains(BACK);
  }

  /** A report that comes late changes nothing. */
  private void assertUpdatesAreCancelled() throws Exception {
    Map<String, List<Long>> wanted = new HashMap<>();
    for (String device : DoomedFleet.DOOMED) {
      String update = fleet.updateOf(device);
      assertThat(fleet.status(update)).as("the update of " + device).isEqualTo("cancelled");
      assertThat(fleet.report(device, "completed")).isEqualTo("cancelled");
      wanted.put(update, List.of());
    }
    assertThat(told(Streams.OTA, UpdateCancelled.class, wanted.size()))
        .containsOnlyKeys(wanted.keySet())
        .allSatisfy((update, numbers) -> assertThat(numbers).as(update).hasSize(1));
  }

  private void assertCampaignEndsWithThoseThatStay() throws Exception {
    JsonNode campaign =
        Eventually.read(
            PATIENCE,
            () -> fleet.operator().get("campaigns/" + fleet.campaign()).body(),
            now -> now.path("status").asText().equals("completed"));
    int staying = DoomedFleet.STAYING.size();
    int cancelled = DoomedFleet.DOOMED.size() - DoomedFleet.ALONE.size();
    assertThat(campaign.path("status").asText()).isEqualTo("completed");
    assertThat(campaign.path("completed_devices").asInt()).isEqualTo(staying);
    assertThat(campaign.path("cancelled_devices").asInt()).isEqualTo(cancelled);
    assertThat(campaign.path("total_devices").asInt()).isEqualTo(staying + cancelled);
  }

  private void assertAlertsAreResolved() throws Exception {
    Map<String, String> resolved = new HashMap<>();
    for (JsonNode alert : new AlertApi(fleet.operator()).alerts("")) {
      String device = alert.path("device_id").asText();
      boolean doomed = DoomedFleet.DOOMED.contains(device);
      assertThat(alert.path("status").asText())
          .as("the alert of " + device)
          .isEqualTo(doomed ? "resolved" : "active");
      if (doomed) {
        assertThat(alert.path("resolved_by").asText()).isEqualTo(Event.SYSTEM);
        resolved.put(alert.path("alert_id").asText(), device);
      }
    }
    assertThat(resolved.values()).containsExactlyInAnyOrderElementsOf(DoomedFleet.DOOMED);
    assertThat(told(Streams.TELEMETRY, AlertResolved.class, resolved.size()))
        .containsOnlyKeys(resolved.keySet())
        .allSatisfy((alert, numbers) -> assertThat(numbers).as(alert).hasSize(1));
  }

  /** A change for each device that the rule named, and no more. */
  private void assertRulesHaveLostThem() throws Exception {
    AlertApi api = new AlertApi(fleet.operator());
    JsonNode shared = api.rule(fleet.sharedRule());
    assertThat(shared.path("enabled").asBoolean()).isTrue();
    assertThat(AlertScenario.texts(shared.path("device_ids")))
        .containsExactlyInAnyOrderElementsOf(DoomedFleet.STAYING);
    Map<String, List<Long>> wanted = new HashMap<>();
    wanted.put(
        fleet.sharedRule(),
        LongStream.rangeClosed(2, 1 + DoomedFleet.DOOMED.size()).boxed().toList());
    for (String rule : fleet.ownRules().values()) {
      assertThat(api.rule(rule).path("enabled").asBoolean()).isFalse();
      wanted.put(rule, List.of(2L));
    }
    int changes = wanted.values().stream().mapToInt(List::size).sum();
    assertThat(told(Streams.TELEMETRY, AlertRuleUpdated.class, changes)).isEqualTo(wanted);
  }

  /** The numbers of the events of a kind, by what they are about; waits until so many are there. */
  private Map<String, List<Long>> told(EventStream stream, Class<? extends Event> kind, int wanted)
      throws Exception {
    return Eventually.read(
            PATIENCE,
            () ->
                EventLog.read(runtime, stream).stream()
                    .filter(e -> kind.isInstance(e.data()))
                    .toList(),
            events -> events.size() >= wanted)
        .stream()
        .collect(
            groupingBy(
                event -> String.valueOf(event.subject()),
                mapping(event -> event.sequence().orElse(-1), toList())));
  }
}
