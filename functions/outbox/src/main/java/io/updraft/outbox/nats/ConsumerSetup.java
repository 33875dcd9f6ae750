package io.updraft.outbox.nats;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Finds the durable consumer of a subject, or creates it. One that exists is left as it is: an
 * operator may have tuned it.
 *
 * <p>A consumer has one subject: nats-server takes several only from 2.10 on.
 */
record ConsumerSetup(Duration comesAgainAfter) {
  private static final int CONSUMER_NOT_FOUND = 10014;

  /** Where messages on a subject come from. */
  record Place(String stream, String consumer) {}

  Place findOrCreate(JetStreamManagement management, String subject)
      throws IOException, JetStreamApiException {
    List<String> streams = management.getStreamNames(subject);
    if (streams.isEmpty()) {
      throw new IOException("no stream takes " + subject);
    }
    Place place = new Place(streams.getFirst(), "updraft_" + subject.replace('.', '_'));
    if (!exists(management, place)) {
      // Two functions that do this at once send the same configuration, which is no error.
      management.addOrUpdateConsumer(place.stream(), configuration(place, subject));
    }
    return place;
  }

  private static boolean exists(JetStreamManagement management, Place place)
      throws IOException, JetStreamApiException {
    try {
      management.getConsumerInfo(place.stream(), place.consumer());
      return true;
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == CONSUMER_NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** How often a message may come is for the function to say, which knows why it comes again. */
  private ConsumerConfiguration configuration(Place place, String subject) {
    return ConsumerConfiguration.builder()
        .durable(place.consumer())
        .filterSubject(subject)
        .deliverPolicy(DeliverPolicy.All)
        .ackPolicy(AckPolicy.Explicit)
        .ackWait(comesAgainAfter)
        .build();
  }
}
