package io.updraft.outbox.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.outbox.domain.Published.Stopped;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishInOrderTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final InMemoryBroker broker = new InMemoryBroker();
  private final InMemorySetAside setAside = new InMemorySetAside();
  private final MutableClock clock = MutableClock.at(NOON);
  private final PublishInOrder events =
      new PublishInOrder(PublishInOrderTest::read, broker, setAside, clock);

  /** An event's JSON is its id; {@code broken} is none; the number tells its age in minutes. */
  private static Reading read(OutboxEvent event) {
    return event.json().equals("broken")
        ? new Reading.Unsound("broken")
        : new Reading.Sound(
            new Message(
                event.json(),
                "s",
                event.json(),
                NOON.minus(Duration.ofMinutes(Long.parseLong(event.sequence()))),
                null));
  }

  private static OutboxEvent event(String entity, int sequence) {
    return new OutboxEvent(entity, String.valueOf(sequence), entity + sequence);
  }

  private static OutboxEvent broken(String entity, int sequence) {
    return new OutboxEvent(entity, String.valueOf(sequence), "broken");
  }

  @Test
  void publishesEntitiesTogetherAndTheirEventsOneAfterTheOther() {
    Published published =
        events.publish(List.of(event("a", 1), event("b", 7), event("a", 2), event("c", 3)));

    assertThat(published).isEqualTo(new Published(4, 0, NOON.minusSeconds(60), null));
    assertThat(broker.waves).containsExactly(List.of("a1", "b7", "c3"), List.of("a2"));
  }

  @Test
  void doesNothingForAnEmptyBatch() {
    assertThat(events.publish(List.of())).isEqualTo(new Published(0, 0, null, null));
    assertThat(broker.waves).isEmpty();
  }

  @Test
  void stopsAtTheFirstEventOfTheBatchWithoutAcknowledgement() {
    broker.answer("b1", new Delivery.Unanswered("away"));
    broker.answer("c1", new Delivery.Unanswered("also away"));

    Published published =
        events.publish(List.of(event("a", 1), event("b", 1), event("a", 2), event("c", 1)));

    assertThat(published.stopped()).isEqualTo(new Stopped(1, "away"));
    assertThat(published.acknowledged()).isEqualTo(1);
    assertThat(broker.waves).as("no wave after the failure").hasSize(1);
  }

  @Test
  void namesAnEventOfALaterWaveThatStandsBeforeTheOneThatFailed() {
    broker.answer("b1", new Delivery.Unanswered("away"));

    Published published = events.publish(List.of(event("a", 1), event("a", 2), event("b", 1)));

    assertThat(published.stopped()).isEqualTo(new Stopped(1, "away"));
  }

  @Test
  void setsAsideWhatTheBrokerRefusesAndGoesOnWithTheSameEntity() {
    broker.answer("a1", new Delivery.Refused("too large"));

    Published published = events.publish(List.of(event("a", 1), event("a", 2), event("b", 1)));

    assertThat(published).isEqualTo(new Published(2, 1, NOON.minusSeconds(60), null));
    assertThat(setAside.reasons).containsExactly(Map.entry(event("a", 1), "too large"));
    assertThat(broker.waves).containsExactly(List.of("a1", "b1"), List.of("a2"));
  }

  @Test
  void setsAsideWhatIsNoEvent() {
    Published published = events.publish(List.of(broken("a", 1), event("b", 1), event("a", 2)));

    assertThat(published.setAside()).isEqualTo(1);
    assertThat(published.stopped()).isNull();
    assertThat(setAside.reasons).containsOnlyKeys(broken("a", 1));
    assertThat(broker.waves).containsExactly(List.of("b1"), List.of("a2"));
  }

  @Test
  void stopsWhereSettingAsideFails() {
    setAside.full = true;

    Published published = events.publish(List.of(event("b", 1), broken("a", 1), event("a", 2)));

    assertThat(published.stopped()).isEqualTo(new Stopped(1, "can't set aside: broken"));
    assertThat(broker.waves).containsExactly(List.of("b1"));
  }

  @Test
  void beginsNoWaveAfterItsPatience() {
    Broker slow =
        messages -> {
          clock.advance(PublishInOrder.PATIENCE.plusMillis(1));
          return broker.deliver(messages);
        };

    Published published =
        new PublishInOrder(PublishInOrderTest::read, slow, setAside, clock)
            .publish(List.of(event("a", 1), event("a", 2)));

    assertThat(published.stopped()).isEqualTo(new Stopped(1, "the broker is too slow"));
    assertThat(published.acknowledged()).isEqualTo(1);
  }

  @Test
  void whateverFailsRepeatingFromThereGivesEachEntityInOrder() {
    for (int failing = 0; failing < 12; failing++) {
      InMemoryBroker flaky = new InMemoryBroker();
      var publisher = new PublishInOrder(PublishInOrderTest::read, flaky, setAside, clock);
      List<OutboxEvent> batch =
          IntStream.range(0, 12).mapToObj(i -> event("e" + i % 4, i / 4)).toList();
      String id = batch.get(failing).json();
      flaky.answer(id, new Delivery.Unanswered("away"));
      Stopped stopped = requireNonNull(publisher.publish(batch).stopped());
      List<String> before = flaky.waves.stream().flatMap(List::stream).toList();

      flaky.answer(id, new Delivery.Acknowledged());
      publisher.publish(batch.subList(stopped.position(), batch.size()));

      List<String> offered = flaky.waves.stream().flatMap(List::stream).distinct().toList();
      for (int entity = 0; entity < 4; entity++) {
        String prefix = "e" + entity;
        assertThat(offered.stream().filter(o -> o.startsWith(prefix)))
            .as("%s with a failure at %d after %s", prefix, failing, before)
            .containsExactly(prefix + 0, prefix + 1, prefix + 2);
      }
    }
  }
}
