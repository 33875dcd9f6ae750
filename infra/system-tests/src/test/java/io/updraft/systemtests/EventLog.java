package io.updraft.systemtests;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.PushSubscribeOptions;
import io.updraft.events.Envelope;
import io.updraft.events.EventStream;
import io.updraft.events.Streams;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All events that are in a stream of NATS, in its order. */
final class EventLog {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NO_STREAM = 404;

  private EventLog() {}

  /** Those of firmware, campaigns and updates. */
  static List<Envelope> read(RuntimeProcess runtime) throws Exception {
    return read(runtime, Streams.OTA);
  }

  static List<Envelope> read(RuntimeProcess runtime, EventStream stream) throws Exception {
    Connection nats = Nats.connect(runtime.file().path("nats").asText());
    try {
      long last = lastPosition(nats, stream);
      return last == 0 ? List.of() : upTo(last, nats, stream);
    } finally {
      nats.close();
    }
  }

  /** The stream is made with its first event. */
  private static long lastPosition(Connection nats, EventStream stream)
      throws IOException, JetStreamApiException {
    try {
      return nats.jetStreamManagement()
          .getStreamInfo(stream.name())
          .getStreamState()
          .getLastSequence();
    } catch (JetStreamApiException e) {
      if (e.getErrorCode() == NO_STREAM) {
        return 0;
      }
      throw e;
    }
  }

  private static List<Envelope> upTo(long last, Connection nats, EventStream stream)
      throws Exception {
    JetStreamSubscription all =
        nats.jetStream()
            .subscribe(
                stream.subjectFilter(),
                PushSubscribeOptions.builder().stream(stream.name()).ordered(true).build());
    List<Envelope> events = new ArrayList<>();
    long position = 0;
    while (position < last) {
      Message message = all.nextMessage(PATIENCE);
      if (message == null) {
        throw new IOException("NATS gives nothing after %d of %d".formatted(position, last));
      }
      events.add(envelope(message));
      position = message.metaData().streamSequence();
    }
    return events;
  }

  private static Envelope envelope(Message message) {
    if (new EventJson().read(message.getData()) instanceof ReadResult.Known(Envelope envelope)) {
      return envelope;
    }
    throw new AssertionError(
        "no event that the model knows: " + new String(message.getData(), StandardCharsets.UTF_8));
  }
}
