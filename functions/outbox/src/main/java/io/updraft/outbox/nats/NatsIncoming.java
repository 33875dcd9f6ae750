package io.updraft.outbox.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.updraft.lambda.Environment;
import io.updraft.outbox.domain.Incoming;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pulls from durable consumers, one message at a time, so that none waits in a function that may be
 * frozen. Two functions that pull at once get different messages.
 */
public final class NatsIncoming implements Incoming {
  private final NatsConnection connection;
  private final ConsumerSetup consumers;
  private final Duration acknowledgeTimeout;
  private final Map<String, JetStreamSubscription> subscriptions = new HashMap<>();
  private @Nullable Connection subscribedOn;

  NatsIncoming(NatsSettings settings, Duration comesAgainAfter) {
    this.connection = new NatsConnection(settings);
    this.consumers = new ConsumerSetup(comesAgainAfter);
    this.acknowledgeTimeout = settings.acknowledgeTimeout();
  }

  /**
   * With what {@link NatsSettings} reads, and {@code NATS_REDELIVERY_SECONDS} (15): after how long
   * a message comes again of which nobody has said that it is worked on.
   */
  public static NatsIncoming from(Environment environment) {
    Duration comesAgainAfter =
        environment.seconds(
            "NATS_REDELIVERY_SECONDS",
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofHours(1));
    return new NatsIncoming(NatsSettings.forPulling(environment), comesAgainAfter);
  }

  @Override
  public synchronized Next next(String subject, Duration patience) {
    try {
      return next(subscription(subject).fetch(1, patience));
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      return away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Next.Nothing();
    }
  }

  private Next next(List<Message> messages) {
    if (!messages.isEmpty()) {
      return new Next.Arrived(new NatsArrival(messages.getFirst(), acknowledgeTimeout));
    }
    // A connection that was lost brings nothing either.
    Connection open = subscribedOn;
    return open == null || open.getStatus() == Connection.Status.CONNECTED
        ? new Next.Nothing()
        : away(new IOException("the connection was lost"));
  }

  private JetStreamSubscription subscription(String subject)
      throws IOException, JetStreamApiException, InterruptedException {
    Connection open = connection.open();
    if (!open.equals(subscribedOn)) {
      subscriptions.clear();
      subscribedOn = open;
    }
    JetStreamSubscription kept = subscriptions.get(subject);
    return kept == null ? subscribe(open, subject) : kept;
  }

  private JetStreamSubscription subscribe(Connection open, String subject)
      throws IOException, JetStreamApiException {
    ConsumerSetup.Place place = consumers.findOrCreate(open.jetStreamManagement(), subject);
    JetStreamSubscription made =
        open.jetStream()
            .subscribe(null, PullSubscribeOptions.bind(place.stream(), place.consumer()));
    subscriptions.put(subject, made);
    return made;
  }

  /** The next invocation connects anew, and looks for streams and consumers again. */
  private Next away(Exception cause) {
    subscribedOn = null;
    subscriptions.clear();
    try {
      connection.discard();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Next.Away(Failures.reason(cause));
  }
}
