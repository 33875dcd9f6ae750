package io.updraft.systemtests;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.events.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What must have been announced, derived from the states that the API shows at the end. */
final class ExpectedEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Map<String, List<String>> typesOfEntities = new TreeMap<>();

  /** Of all firmware, all campaigns with their updates, and the updates of these devices. */
  static ExpectedEvents of(Operator operator, List<String> devices) throws InterruptedException {
    ExpectedEvents expected = new ExpectedEvents();
    operator.all("firmware", "firmware").forEach(expected::addFirmware);
    for (JsonNode campaign : operator.all("campaigns", "campaigns")) {
      expected.addCampaign(campaign);
      String id = campaign.path("campaign_id").asText();
      operator.all("campaigns/" + id + "/devices", "devices").forEach(expected::addUpdate);
    }
    for (String device : devices) {
      operator.all("devices/" + device + "/updates", "updates").forEach(expected::addUpdate);
    }
    return expected;
  }

  /** Waits until as many are there, and then holds them against what is expected. */
  void assertPublished(RuntimeProcess runtime) throws Exception {
    List<Envelope> published =
        Eventually.read(
            PATIENCE, () -> EventLog.read(runtime), events -> events.size() >= number());
    assertThat(typesByEntity(published)).isEqualTo(typesOfEntities);
    assertThat(published).extracting(Envelope::id).doesNotHaveDuplicates();
    sequencesByEntity(published)
        .forEach((entity, numbers) -> assertThat(numbers).as(entity).isEqualTo(upTo(numbers)));
  }

  private long number() {
    return typesOfEntities.values().stream().mapToLong(List::size).sum();
  }

  private static Map<String, List<String>> typesByEntity(List<Envelope> events) {
    return events.stream()
        .collect(
            groupingBy(ExpectedEvents::entity, TreeMap::new, mapping(Envelope::type, toList())));
  }

  private static Map<String, List<Long>> sequencesByEntity(List<Envelope> events) {
    return events.stream()
        .collect(
            groupingBy(
                ExpectedEvents::entity,
                TreeMap::new,
                mapping(event -> event.sequence().orElse(-1), toList())));
  }

  private static List<Long> upTo(List<Long> numbers) {
    return LongStream.rangeClosed(1, numbers.size()).boxed().toList();
  }

  private static String entity(Envelope event) {
    return String.valueOf(event.subject());
  }

  private void addFirmware(JsonNode firmware) {
    assertThat(firmware.path("status").asText()).isEqualTo("available");
    typesOfEntities.put(firmware.path("firmware_id").asText(), List.of("firmware.uploaded"));
  }

  private void addCampaign(JsonNode campaign) {
    List<String> types = new ArrayList<>(List.of("campaign.created"));
    String status = campaign.path("status").asText();
    if (!status.equals("created")) {
      types.add("campaign.started");
    }
    if (!status.equals("created") && !status.equals("in_progress")) {
      types.add("campaign." + status);
    }
    typesOfEntities.put(campaign.path("campaign_id").asText(), types);
  }

  /** Devices of these tests report a beginning, and get no second attempt. */
  private void addUpdate(JsonNode update) {
    assertThat(update.path("retry_count").asInt()).isZero();
    List<String> types = new ArrayList<>(List.of("update.created"));
    if (update.path("started_at").isTextual()) {
      types.add("update.started");
    }
    String status = update.path("status").asText();
    if (List.of("completed", "failed", "cancelled").contains(status)) {
      types.add("update." + status);
    }
    typesOfEntities.put(update.path("update_id").asText(), types);
  }
}
