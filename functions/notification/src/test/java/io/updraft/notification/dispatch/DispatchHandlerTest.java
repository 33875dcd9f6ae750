package io.updraft.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.events.AlertAcknowledged;
import io.updraft.events.AlertResolved;
import io.updraft.events.AlertTriggered;
import io.updraft.events.CampaignStarted;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.events.UpdateCreated;
import io.updraft.events.UpdateFailed;
import io.updraft.events.json.EventJson;
import io.updraft.live.published.LiveFeed;
import io.updraft.notification.domain.Outgoing;
import io.updraft.testing.TestContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DispatchHandlerTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
  private static final String STARTED =
      json(new CampaignStarted("cmp_1", "Pumps", "f1", "2.0.0", 3, NOW));
  private static final String CREATED =
      json(new UpdateCreated("upd_1", "d1", "f1", "2.0.0", "cmp_1", NOW));
  private static final String FAILED =
      json(new UpdateFailed("upd_1", "d1", "f1", "2.0.0", null, null, null, 0, NOW));

  private static final String TRIGGERED =
      json(
          new AlertTriggered(
              "alert_1", "rule_1", "Hot", "d1", "t", "critical", "93", "80", NOW, List.of("ops")));
  private static final String ACKNOWLEDGED =
      json(new AlertAcknowledged("alert_1", "rule_1", "d1", "olga", NOW));

  private static final String RESOLVED =
      json(
          new AlertResolved(
              "alert_1", "rule_1", "Hot", "d1", "t", "critical", "system", null, NOW));

  private final List<String> queued = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private boolean watched;

  private final class Feed implements LiveFeed {
    @Override
    public boolean watched(String organization) {
      return watched;
    }

    @Override
    public void points(String organization, List<String> points) {
      throw new AssertionError("no points here");
    }

    @Override
    public void alerts(String organization, List<String> alerts) {
      alerts.forEach(alert -> shown.add(organization + " " + alert));
    }
  }

  private static String json(Event event) {
    return new EventJson().writeText(Envelope.of(event, Origin.of("acme"), 1, UUID.randomUUID()));
  }

  private List<String> failures(Outgoing outgoing, String... events) {
    DynamodbEvent event = new DynamodbEvent();
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (String text : events) {
      StreamRecord change = new StreamRecord();
      change.setNewImage(Map.of("event", new AttributeValue(text)));
      change.setSequenceNumber(Integer.toString(records.size()));
      DynamodbStreamRecord record = new DynamodbStreamRecord();
      record.setDynamodb(change);
      records.add(record);
    }
    event.setRecords(records);
    return new DispatchHandler(outgoing, new Feed())
        .handleRequest(event, new TestContext()).getBatchItemFailures().stream()
            .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private Set<Integer> put(List<String> events) {
    queued.addAll(events);
    return Set.of();
  }

  @Test
  void queuesHowAlertsBeginAndEnd() {
    assertThat(failures(this::put, TRIGGERED, ACKNOWLEDGED, RESOLVED)).isEmpty();
    assertThat(queued).containsExactly(TRIGGERED, RESOLVED);
  }

  @Test
  void queuesWhatCanBeTold() {
    assertThat(failures(this::put, STARTED, CREATED, "nonsense", FAILED)).isEmpty();
    assertThat(queued).containsExactly(STARTED, FAILED);
  }

  @Test
  void reportsWhatTheQueueRefused() {
    Outgoing refusing = events -> events.size() == 2 ? Set.of(1) : Set.of();

    assertThat(failures(refusing, STARTED, CREATED, FAILED)).containsExactly("2");
  }

  @Test
  void failsAsAWholeWhereTheQueueIsAway() {
    Outgoing away =
        _ -> {
          throw new IllegalStateException("away");
        };

    assertThatThrownBy(() -> failures(away, STARTED)).hasMessage("away");
  }

  @Test
  void showsWhatBecomesOfAlertsWhereSomebodyWatches() {
    watched = true;

    assertThat(failures(this::put, STARTED, TRIGGERED, ACKNOWLEDGED, "nonsense")).isEmpty();

    assertThat(queued).containsExactly(STARTED, TRIGGERED);
    assertThat(shown).hasSize(2);
    assertThat(shown.getFirst())
        .startsWith("acme {\"event\":\"alert.triggered\",\"alert_id\":\"alert_1\"")
        .contains("\"device_id\":\"d1\"", "\"metric_name\":\"t\"", "\"level\":\"critical\"");
    assertThat(shown.getLast()).startsWith("acme {\"event\":\"alert.acknowledged\"");
  }

  @Test
  void showsNothingWhereNobodyWatches() {
    failures(this::put, TRIGGERED);

    assertThat(queued).containsExactly(TRIGGERED);
    assertThat(shown).isEmpty();
  }
}
