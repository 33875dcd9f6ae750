package io.updraft.live.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.updraft.live.domain.Alert;
import io.updraft.live.domain.Filters;
import io.updraft.live.domain.InMemoryLive;
import io.updraft.live.domain.LiveMessage.Flush;
import io.updraft.live.domain.Point;
import io.updraft.live.domain.RecordingSockets;
import io.updraft.live.domain.Samples;
import io.updraft.live.domain.Sockets.Sent;
import io.updraft.live.domain.Subscription;
import io.updraft.live.json.LiveJson;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliverHandlerTest {
  private final MutableClock clock = MutableClock.at(Samples.NOW);
  private final InMemoryLive live = new InMemoryLive();
  private final RecordingSockets sockets = new RecordingSockets();
  private final List<Flush> flushes = new ArrayList<>();
  private final DeliverHandler handler =
      new DeliverHandler(
          new DeliverPorts(live, live, live, sockets, flushes::add, this::passed, clock));

  /** Time passes for whoever waits. */
  private void passed(Instant until) {
    if (until.isAfter(clock.instant())) {
      clock.advance(Duration.between(clock.instant(), until));
    }
  }

  private Subscription connect(int number, Filters filters) {
    Subscription connected =
        Samples.waiting("acme", number, filters).connected("c" + number, clock.instant());
    live.subscriptions.put(connected.id(), connected);
    return connected;
  }

  private List<String> run(String... bodies) {
    SQSEvent event = new SQSEvent();
    event.setRecords(
        Stream.of(bodies)
            .map(
                body -> {
                  SQSMessage message = new SQSMessage();
                  message.setBody(body);
                  message.setMessageId("m-" + body.hashCode());
                  return message;
                })
            .toList());
    return handler.handleRequest(event, new TestContext()).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /** Runs what the queue brings back, until there is nothing more. */
  private void flushAll() {
    while (!flushes.isEmpty()) {
      List<Flush> due = List.copyOf(flushes);
      flushes.clear();
      assertThat(run(due.stream().map(LiveJson::flush).toArray(String[]::new))).isEmpty();
    }
  }

  private static String news(Point... points) {
    return LiveJson.news("acme", Stream.of(points).map(Point::json).toList(), List.of());
  }

  private static String news(Alert alert) {
    return LiveJson.news("acme", List.of(), List.of(alert.json()));
  }

  private static Point value(int second) {
    return Samples.point("d1", "t1", second, second);
  }

  private List<String> values() {
    return sockets.sent.stream()
        .map(message -> message.replaceFirst(".*\"value\":([0-9]+).*", "$1"))
        .toList();
  }

  @Test
  void bringsAPointAtOnceToWhoWatchesIt() {
    connect(1, Samples.ALL_OF_D1);
    connect(2, new Filters(Set.of("d2"), Set.of(), Map.of(), true, true));
    live.subscriptions.put(Samples.id(3), Samples.waiting(3));

    assertThat(run(news(value(1)))).isEmpty();

    assertThat(sockets.sent).hasSize(1);
    assertThat(sockets.sent.getFirst()).startsWith("c1 {\"type\":\"point\",\"device_id\":\"d1\"");
    assertThat(flushes).isEmpty();
  }

  @Test
  void keepsOrganizationsApart() {
    connect(1, Samples.ALL_OF_D1);

    run(LiveJson.news("other", List.of(value(1).json()), List.of()));

    assertThat(sockets.sent).isEmpty();
  }

  @Test
  void withinAPeriodTheLatestPointWinsAndTheLastOneComes() {
    connect(1, Samples.ALL_OF_D1);

    for (int second = 0; second < 10; second++) {
      run(news(value(second)));
    }
    assertThat(values()).containsExactly("0");
    assertThat(flushes).as("one flush, whatever came").hasSize(1);
    flushAll();

    assertThat(values()).containsExactly("0", "9");
    assertThat(clock.instant()).isEqualTo(Samples.NOW.plusSeconds(1));
  }

  @Test
  void sendsAtMostOneMessageInEachPeriodForAsLongAsItTakes() {
    connect(1, Samples.ALL_OF_D1);
    List<Instant> at = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      run(news(value(i)));
      List<Flush> due = flushes.stream().filter(f -> !f.due().isAfter(clock.instant())).toList();
      flushes.removeAll(due);
      due.forEach(flush -> run(LiveJson.flush(flush)));
      while (at.size() < sockets.sent.size()) {
        at.add(clock.instant());
      }
      clock.advance(Duration.ofMillis(100));
    }
    flushAll();

    for (int i = 1; i < at.size(); i++) {
      assertThat(Duration.between(at.get(i - 1), at.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
    assertThat(sockets.sent).hasSizeBetween(9, 12);
    assertThat(values()).endsWith("99");
    assertThat(live.held(live.find("acme", Samples.id(1)).orElseThrow())).isEmpty();
  }

  @Test
  void alertsWaitForNothing() {
    connect(1, Samples.ALL_OF_D1);
    run(news(value(0)));

    run(news(Samples.alert("d1", "t1")), news(value(1)));

    assertThat(sockets.sent).hasSize(2);
    assertThat(sockets.sent.getLast()).contains("\"type\":\"alert\",\"event\":\"alert.triggered\"");
  }

  @Test
  void endsASubscriptionWhoseConnectionIsGone() {
    Subscription subscription = connect(1, Samples.ALL_OF_D1);
    sockets.answer("c1", Sent.GONE);
    clock.advance(Duration.ofSeconds(11));

    run(news(value(0)));

    assertThat(live.ended).containsExactly(subscription.id());
    assertThat(flushes).isEmpty();
  }

  /** API Gateway says so of a connection whose client has not had the answer yet. */
  @Test
  void givesAConnectionTimeToOpen() {
    connect(1, Samples.ALL_OF_D1);
    sockets.answer("c1", Sent.GONE);
    run(news(value(0)));

    assertThat(live.ended).isEmpty();
    sockets.answer("c1", Sent.SENT);
    flushAll();

    assertThat(values()).containsExactly("0");
  }

  @Test
  void bringsAgainWhatAConnectionHasNotTaken() {
    connect(1, Samples.ALL_OF_D1);
    sockets.answer("c1", Sent.FAILED);
    run(news(value(0)), news(Samples.alert("d1", "t1")));

    sockets.answer("c1", Sent.SENT);
    run(news(value(1)));
    assertThat(sockets.sent).as("nothing overtakes what is held").isEmpty();
    flushAll();

    assertThat(sockets.sent).hasSize(2);
    assertThat(sockets.sent.getFirst()).contains("\"type\":\"alert\"");
    assertThat(values()).endsWith("1");
  }

  @Test
  void closesAConnectionThatTakesNothing() {
    Subscription subscription = connect(1, Samples.ALL_OF_D1);
    sockets.answer("c1", Sent.FAILED);

    run(news(value(0)));
    flushAll();

    assertThat(live.ended).containsExactly(subscription.id());
    assertThat(sockets.closed).containsExactly("c1");
  }

  @Test
  void closesAConnectionWhoseTimeIsOver() {
    connect(1, Samples.ALL_OF_D1);
    clock.advance(Duration.ofHours(2));

    run(news(value(0)));

    assertThat(sockets.sent).isEmpty();
    assertThat(sockets.closed).containsExactly("c1");
    assertThat(live.subscriptions).isEmpty();
  }

  @Test
  void aFlushThatComesTwiceSendsOnce() {
    connect(1, Samples.ALL_OF_D1);
    run(news(value(0)));
    run(news(value(1)));
    String flush = LiveJson.flush(flushes.getFirst());

    run(flush);
    run(flush);

    assertThat(values()).containsExactly("0", "1");
  }

  @Test
  void aFlushAfterTheEndDoesNothing() {
    run(LiveJson.flush(new Flush("acme", Samples.id(1), clock.instant())));

    assertThat(sockets.sent).isEmpty();
  }

  @Test
  void bringsBackWhatIsNoMessageAndNothingElse() {
    connect(1, Samples.ALL_OF_D1);

    assertThat(run("nonsense", news(value(0)))).containsExactly("m-" + "nonsense".hashCode());
    assertThat(values()).containsExactly("0");
  }
}
