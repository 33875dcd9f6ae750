package io.updraft.outbox.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Publishes a batch of the outbox: the events of one entity one after the other, those of different
 * entities at the same time. The first event without an acknowledgement ends it; an event that can
 * never be published is set aside and does not.
 */
public final class PublishInOrder {
  /**
   * No wave is begun later than this after the batch, so that a slow broker ends in a reported
   * failure, which keeps what was done, rather than in the timeout of the function (60 s).
   */
  static final Duration PATIENCE = Duration.ofSeconds(40);

  private final MessageReader reader;
  private final Broker broker;
  private final SetAside setAside;
  private final Clock clock;

  public PublishInOrder(MessageReader reader, Broker broker, SetAside setAside, Clock clock) {
    this.reader = reader;
    this.broker = broker;
    this.setAside = setAside;
    this.clock = clock;
  }

  /** Publishes the events, given in the order of their changes. */
  public Published publish(List<OutboxEvent> batch) {
    Instant end = clock.instant().plus(PATIENCE);
    BatchProgress progress = new BatchProgress(batch.size());
    for (List<Integer> wave : Waves.of(batch)) {
      if (clock.instant().isAfter(end)) {
        progress.stop("the broker is too slow");
      }
      if (progress.isStopped()) {
        break;
      }
      publishWave(batch, wave, progress);
    }
    return progress.result();
  }

  private void publishWave(List<OutboxEvent> batch, List<Integer> wave, BatchProgress progress) {
    List<Reading> readings = wave.stream().map(batch::get).map(reader::read).toList();
    List<Message> messages = messages(readings);
    var deliveries = broker.deliver(messages).iterator();
    var delivered = messages.iterator();
    for (int i = 0; i < wave.size(); i++) {
      int position = wave.get(i);
      switch (readings.get(i)) {
        case Reading.Unsound(String reason) ->
            keepAside(batch.get(position), position, reason, progress);
        case Reading.Sound _ ->
            settle(batch.get(position), position, delivered.next(), deliveries.next(), progress);
      }
    }
  }

  private static List<Message> messages(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Sound.class::isInstance)
        .map(r -> ((Reading.Sound) r).message())
        .toList();
  }

  private void settle(
      OutboxEvent event, int position, Message message, Delivery delivery, BatchProgress progress) {
    switch (delivery) {
      case Delivery.Acknowledged _ -> progress.acknowledged(position, message.timestamp());
      case Delivery.Refused(String reason) -> keepAside(event, position, reason, progress);
      case Delivery.Unanswered(String reason) -> progress.stop(reason);
    }
  }

  private void keepAside(OutboxEvent event, int position, String reason, BatchProgress progress) {
    if (setAside.keep(event, reason, clock.instant())) {
      progress.setAside(position);
    } else {
      progress.stop("can't set aside: " + reason);
    }
  }
}
