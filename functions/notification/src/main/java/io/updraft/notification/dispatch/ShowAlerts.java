package io.updraft.notification.dispatch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.events.AlertEvent;
import io.updraft.live.published.LiveFeed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what becomes of alerts to those who watch their organization. */
final class ShowAlerts {
  private final JsonMapper mapper = new JsonMapper();
  private final LiveFeed feed;

  ShowAlerts(LiveFeed feed) {
    this.feed = feed;
  }

  void show(List<OutboxEntry> entries) {
    Map<String, List<String>> alerts =
        entries.stream()
            .filter(ShowAlerts::isAlert)
            .collect(
                groupingBy(
                    ShowAlerts::organization, LinkedHashMap::new, mapping(this::alert, toList())));
    alerts.forEach(
        (organization, own) -> {
          if (feed.watched(organization)) {
            feed.alerts(organization, own);
          }
        });
  }

  private static boolean isAlert(OutboxEntry entry) {
    return entry
        .envelope()
        .filter(e -> e.data() instanceof AlertEvent && e.organizationId().isPresent())
        .isPresent();
  }

  private static String organization(OutboxEntry entry) {
    return entry.envelope().flatMap(e -> e.organizationId()).orElseThrow();
  }

  /** The data as committed, with fields that this function does not know. */
  private String alert(OutboxEntry entry) {
    try {
      JsonNode envelope = mapper.readTree(entry.text());
      ObjectNode alert = mapper.createObjectNode();
      alert.set("event", envelope.path("type"));
      Optional.of(envelope.path("data"))
          .filter(JsonNode::isObject)
          .ifPresent(data -> alert.setAll((ObjectNode) data));
      return alert.toString();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an envelope that was read once", impossible);
    }
  }
}
