package io.updraft.outbox.follow;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStream;
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
  private final FollowOptions options;
  private final Consumer<String> lines;
  private final EventLine line = new EventLine();
  private final Set<String> followed = new HashSet<>();
  private final CountDownLatch remaining;

  EventFollower(Connection connection, FollowOptions options, Consumer<String> lines) {
    this.connection = connection;
    this.options = options;
    this.lines = lines;
    this.remaining = new CountDownLatch(options.count());
  }

  /** Gives out lines until the wanted number of events is there, or the thread is interrupted. */
  void follow() throws IOException, JetStreamApiException, InterruptedException {
    Dispatcher dispatcher = connection.createDispatcher();
    followNewStreams(dispatcher, firstPolicy());
    while (!remaining.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      followLaterStreams(dispatcher);
    }
  }

  /** The publisher creates the streams with its first event: what is in a new one is new. */
  private void followLaterStreams(Dispatcher dispatcher) throws JetStreamApiException {
    try {
      followNewStreams(dispatcher, DeliverPolicy.All);
    } catch (IOException away) {
      // The client is connecting again; the next look finds what this one has missed.
    }
  }

  private DeliverPolicy firstPolicy() {
    return options.fromBeginning() ? DeliverPolicy.All : DeliverPolicy.New;
  }

  private void followNewStreams(Dispatcher dispatcher, DeliverPolicy policy)
      throws IOException, JetStreamApiException {
    List<String> streams = connection.jetStreamManagement().getStreamNames();
    for (String stream : streams) {
      if (!followed.contains(stream)) {
        subscribe(connection.jetStream(), stream, dispatcher, policy);
        followed.add(stream);
      }
    }
  }

  private void subscribe(
      JetStream jetStream, String stream, Dispatcher dispatcher, DeliverPolicy policy)
      throws IOException, JetStreamApiException {
    PushSubscribeOptions ordered =
        PushSubscribeOptions.builder().stream(stream)
            .ordered(true)
            .configuration(ConsumerConfiguration.builder().deliverPolicy(policy).build())
            .build();
    jetStream.subscribe(null, dispatcher, this::show, false, ordered);
  }

  private void show(Message message) {
    if (remaining.getCount() > 0 && options.subject().matches(message.getSubject())) {
      lines.accept(line.of(message.getSubject(), message.getData()));
      remaining.countDown();
    }
  }
}
