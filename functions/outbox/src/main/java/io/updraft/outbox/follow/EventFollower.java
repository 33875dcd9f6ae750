package io.updraft.outbox.follow;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows every stream of the broker, each through an ordered consumer that leaves no trace. */
final class EventFollower {
  private static final long LOOK_AGAIN_MILLIS = 1_000;

  private final Connection connection;
  private final Dispatcher dispatcher;
  private final FollowOptions options;
  private final Consumer<String> lines;
  private final EventLine line = new EventLine();
  private final Set<String> followed = new HashSet<>();
  private final CountDownLatch remaining;

  EventFollower(Connection connection, FollowOptions options, Consumer<String> lines) {
    this.connection = connection;
    this.dispatcher = connection.createDispatcher();
    this.options = options;
    this.lines = lines;
    this.remaining = new CountDownLatch(options.count());
  }

  /** Gives out lines from now on, or also those of before. */
  void start() throws IOException, JetStreamApiException {
    followNewStreams(options.fromBeginning() ? DeliverPolicy.All : DeliverPolicy.New);
  }

  /** Returns when the wanted number of events is there. */
  void await() throws JetStreamApiException, InterruptedException {
    while (!remaining.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      followLaterStreams();
    }
  }

  /** The publisher creates the streams with its first event: what is in a new one is new. */
  private void followLaterStreams() throws JetStreamApiException {
    try {
      followNewStreams(DeliverPolicy.All);
    } catch (IOException away) {
      // The client is connecting again; the next look finds what this one has missed.
    }
  }

  private void followNewStreams(DeliverPolicy policy) throws IOException, JetStreamApiException {
    List<String> streams = connection.jetStreamManagement().getStreamNames();
    for (String stream : streams) {
      if (!followed.contains(stream)) {
        subscribe(stream, policy);
        followed.add(stream);
      }
    }
  }

  private void subscribe(String stream, DeliverPolicy policy)
      throws IOException, JetStreamApiException {
    PushSubscribeOptions ordered =
        PushSubscribeOptions.builder().stream(stream)
            .ordered(true)
            .configuration(ConsumerConfiguration.builder().deliverPolicy(policy).build())
            .build();
    connection.jetStream().subscribe(null, dispatcher, this::show, false, ordered);
  }

  private void show(Message message) {
    if (remaining.getCount() > 0 && options.subject().matches(message.getSubject())) {
      lines.accept(line.of(message.getSubject(), message.getData()));
      remaining.countDown();
    }
  }
}
