package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.ConsumerInfo;
import io.updraft.events.Envelope;
import io.updraft.events.Streams;
import io.updraft.events.json.EventJson;
import java.time.Duration;
import java.util.List;

/** A device service that tells on NATS of what it has deleted. */
final class Neighbour implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CONSUMER = "updraft_device_service_device_deleted";

  private final Connection nats;

  private Neighbour(Connection nats) {
    this.nats = nats;
  }

  static Neighbour of(RuntimeProcess runtime) throws Exception {
    return new Neighbour(Nats.connect(runtime.file().path("nats").asText()));
  }

  /**
   * Publishes; without the header by which the broker would drop what it has already had, so that
   * it is Updraft that gets it again.
   */
  void tell(List<Envelope> events) throws Exception {
    JetStreamManagement management = nats.jetStreamManagement();
    List<String> streams =
        Eventually.read(
            PATIENCE,
            () -> management.getStreamNames(Streams.DEVICE.subjectFilter()),
            names -> !names.isEmpty());
    assertThat(streams).as("streams of the device service").isNotEmpty();
    EventJson json = new EventJson();
    for (Envelope event : events) {
      nats.jetStream().publish(event.natsSubject().toString(), json.write(event));
    }
  }

  /** Waits until everything that was told has been acknowledged. */
  void awaitHandled() throws Exception {
    ConsumerInfo info =
        Eventually.read(
            PATIENCE,
            () -> nats.jetStreamManagement().getConsumerInfo(Streams.DEVICE.name(), CONSUMER),
            Neighbour::isHandled);
    assertThat(info).as("what was told").matches(Neighbour::isHandled);
  }

  private static boolean isHandled(ConsumerInfo info) {
    return info.getNumPending() == 0 && info.getNumAckPending() == 0;
  }

  @Override
  public void close() {
    try {
      nats.close();
    } catch (InterruptedException timeIsUp) {
      Thread.currentThread().interrupt();
    }
  }
}
