package io.updraft.outbox.nats;

import io.nats.client.Message;
import io.nats.client.impl.NatsJetStreamMetaData;
import io.updraft.outbox.domain.Arrival;
import io.updraft.outbox.domain.Letterhead;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message of a pull consumer. An answer that does not get through loses nothing: the message
 * comes again, and what was done about it is remembered.
 */
record NatsArrival(Message message, Duration acknowledgeTimeout) implements Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(NatsArrival.class);

  @Override
  public Letterhead letterhead() {
    NatsJetStreamMetaData meta = message.metaData();
    return new Letterhead(
        meta.getStream(),
        message.getSubject(),
        meta.streamSequence(),
        meta.timestamp().toInstant(),
        meta.deliveredCount());
  }

  @Override
  public byte[] body() {
    return message.getData();
  }

  /** Waits for the broker: the function may be frozen before a buffer is written. */
  @Override
  public void acknowledge() {
    try {
      message.ackSync(acknowledgeTimeout);
    } catch (TimeoutException | IllegalStateException e) {
      LOG.warn("{} was not acknowledged, and comes again", letterhead(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void comeAgain(Duration delay) {
    answer(() -> message.nakWithDelay(delay));
  }

  @Override
  public void stillWorking() {
    answer(message::inProgress);
  }

  private void answer(Runnable way) {
    try {
      way.run();
    } catch (IllegalStateException e) {
      LOG.warn("{} could not be answered", letterhead(), e);
    }
  }
}
