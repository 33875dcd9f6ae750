package io.updraft.outbox.nats;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.updraft.events.EventStream;
import io.updraft.events.Streams;
import java.io.IOException;

/**
 * Creates the streams of Updraft where nobody takes their subjects. A stream that exists is left as
 * it is, whatever its name and configuration: it may be a neighbour's, or tuned by an operator.
 */
final class StreamSetup {
  private final NatsSettings settings;

  StreamSetup(NatsSettings settings) {
    this.settings = settings;
  }

  void createMissing(JetStreamManagement management) throws IOException, JetStreamApiException {
    for (EventStream stream : settings.streams()) {
      if (management.getStreamNames(stream.subjectFilter()).isEmpty()) {
        // Two functions that do this at once send the same configuration, which is no error.
        management.addStream(configuration(stream));
      }
    }
  }

  private StreamConfiguration configuration(EventStream stream) {
    return StreamConfiguration.builder()
        .name(stream.name())
        .subjects(stream.subjectFilter())
        .storageType(StorageType.File)
        .maxAge(Streams.RETENTION)
        .duplicateWindow(Streams.DUPLICATE_WINDOW)
        .replicas(settings.replicas())
        .build();
  }
}
