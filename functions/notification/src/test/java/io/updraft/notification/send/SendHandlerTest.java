package io.updraft.notification.send;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.updraft.campaign.published.NotificationWishes;
import io.updraft.events.AlertAcknowledged;
import io.updraft.events.AlertResolved;
import io.updraft.events.AlertTriggered;
import io.updraft.events.CampaignChange;
import io.updraft.events.CampaignCompleted;
import io.updraft.events.CampaignFailed;
import io.updraft.events.CampaignStarted;
import io.updraft.events.Counters;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.events.RollbackFailed;
import io.updraft.events.UpdateFailed;
import io.updraft.events.json.EventJson;
import io.updraft.lambda.Environment;
import io.updraft.notification.domain.AlertNotice;
import io.updraft.notification.domain.CampaignNotice;
import io.updraft.notification.domain.Errand;
import io.updraft.notification.domain.NotificationClient;
import io.updraft.notification.domain.Sent;
import io.updraft.notification.domain.UpdateNotice;
import io.updraft.testing.TestContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendHandlerTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
  private static final UUID ID = UUID.fromString("6d0ff3a0-0c6e-4f0e-9d1b-d5e5c1b0a111");

  private final Told client = new Told();
  private NotificationWishes wishes =
      new NotificationWishes(false, false, true, List.of("email"), List.of("olga", "otto"));
  private SendHandler handler =
      new SendHandler(
          client,
          (organization, id) ->
              organization.equals("acme") && id.equals("cmp_1")
                  ? Optional.of(wishes)
                  : Optional.empty(),
          this::channels);

  /** Of an alert that is known by them. */
  private List<String> channels(String organization, String alertId) {
    if (alertId.equals("alert_away")) {
      throw new IllegalStateException("away");
    }
    return organization.equals("acme") && alertId.equals("alert_1") ? List.of("pager") : List.of();
  }

  /** Writes down what it is to tell. */
  private static final class Told implements NotificationClient {
    private final List<String> lines = new ArrayList<>();
    private Sent answer = Sent.DELIVERED;

    @Override
    public Sent campaign(Errand errand, List<String> userIds, CampaignNotice n) {
      return told(
          errand.key(),
          errand.correlationId(),
          userIds,
          n.channels(),
          n.happening(),
          n.name(),
          n.reason());
    }

    @Override
    public Sent update(Errand errand, String deviceId, UpdateNotice n) {
      return told(deviceId, n.happening(), n.id(), n.reason());
    }

    @Override
    public Sent alert(Errand errand, List<String> userIds, AlertNotice n) {
      return told(errand.key(), userIds, n.happening(), n.alertId(), n.level(), n.channels());
    }

    private Sent told(@Nullable Object... words) {
      lines.add(Arrays.stream(words).map(String::valueOf).collect(joining(" ")));
      return answer;
    }

    @Override
    public boolean health() {
      return true;
    }

    @Override
    public void close() {}
  }

  private static CampaignChange change(String campaignId) {
    return new CampaignChange(
        campaignId, "Pumps", "f1", new Counters(1, 0, 0, 0, 1, 0), Event.SYSTEM, NOW);
  }

  private static String json(Event event) {
    Origin origin = new Origin("acme", "request-1", null);
    return new EventJson().writeText(Envelope.of(event, origin, 1, ID));
  }

  private List<String> failures(String... bodies) {
    SQSEvent event = new SQSEvent();
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSMessage message = new SQSMessage();
      message.setMessageId("m" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    event.setRecords(messages);
    SQSBatchResponse answer = handler.handleRequest(event, new TestContext());
    return answer.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private List<String> told(Event... events) {
    assertThat(failures(Arrays.stream(events).map(SendHandlerTest::json).toArray(String[]::new)))
        .isEmpty();
    return client.lines;
  }

  private static CampaignStarted started() {
    return new CampaignStarted("cmp_1", "Pumps", "f1", "2.0.0", 3, NOW);
  }

  private static UpdateFailed failed(@Nullable String campaignId) {
    return new UpdateFailed("upd_1", "d1", "f1", "2.0.0", campaignId, "TIMEOUT", null, 0, NOW);
  }

  @Test
  void tellsWhatACampaignWantsTold() {
    assertThat(
            told(
                started(),
                new CampaignCompleted(change("cmp_1")),
                new CampaignFailed(change("cmp_1"), "too many")))
        .containsExactly(ID + " request-1 [olga, otto] [email] campaign.failed Pumps too many");
  }

  @Test
  void tellsStartAndCompletionWhereTheyAreWanted() {
    wishes = new NotificationWishes(true, true, false, List.of(), List.of("olga"));

    assertThat(
            told(
                started(),
                new CampaignCompleted(change("cmp_1")),
                new CampaignFailed(change("cmp_1"), "too many"),
                failed("cmp_1")))
        .hasSize(2)
        .first()
        .asString()
        .contains("campaign.started");
  }

  @Test
  void tellsNothingOfACampaignThatIsNotThere() {
    assertThat(told(new CampaignFailed(change("cmp_2"), "too many"), failed("cmp_2"))).isEmpty();
  }

  @Test
  void tellsOfDevices() {
    RollbackFailed rollback =
        new RollbackFailed("rbk_1", "d1", "2.0.0", "1.0.0", "manual", "no way back", NOW);

    assertThat(told(failed("cmp_1"), failed(null), rollback))
        .containsExactly(
            "d1 update.failed upd_1 TIMEOUT",
            "d1 update.failed upd_1 TIMEOUT",
            "d1 rollback.failed rbk_1 no way back");
  }

  private static AlertTriggered triggered() {
    return new AlertTriggered(
        "alert_1", "rule_1", "Hot", "d1", "temp", "error", "81", "80", NOW, List.of("sms"));
  }

  private static AlertResolved resolved(String alertId) {
    return new AlertResolved(alertId, "rule_1", "Hot", "d1", "temp", "error", "olga", null, NOW);
  }

  @Test
  void tellsOfAlertsByTheChannelsOfTheirRule() {
    assertThat(told(triggered(), resolved("alert_1"), resolved("alert_2")))
        .containsExactly(
            ID + " [] alert.triggered alert_1 error [sms]",
            ID + " [] alert.resolved alert_1 error [pager]",
            ID + " [] alert.resolved alert_2 error []");
  }

  @Test
  void tellsNothingElseOfAlerts() {
    assertThat(told(new AlertAcknowledged("alert_1", "rule_1", "d1", "olga", NOW))).isEmpty();
  }

  @Test
  void bringsBackAlertsWhileTheServiceIsAway() {
    client.answer = Sent.UNAVAILABLE;
    assertThat(failures(json(triggered()), json(resolved("alert_1")))).containsExactly("m0", "m1");

    client.answer = Sent.DELIVERED;
    assertThat(failures(json(triggered()), json(resolved("alert_1")))).isEmpty();
  }

  @Test
  void bringsBackAnAlertWhoseChannelsCannotBeRead() {
    assertThat(failures(json(resolved("alert_away")), json(resolved("alert_1"))))
        .containsExactly("m0");
    assertThat(client.lines).containsExactly(ID + " [] alert.resolved alert_1 error [pager]");
  }

  @Test
  void sendsNothingWithoutAService() {
    handler = Environment.supply(Map.of(), SendHandler::new);

    assertThat(failures(json(triggered()), json(resolved("alert_1")), "nonsense")).isEmpty();
  }

  @Test
  void bringsBackOnlyWhatWasNotSent() {
    client.answer = Sent.UNAVAILABLE;

    assertThat(failures(json(started()), json(failed(null)), "nonsense"))
        .containsExactly("m1", "m2");
  }
}
