package io.updraft.outbox.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.Delivery;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.Reading;
import io.updraft.outbox.json.JsonMessageReader;
import io.updraft.outbox.nats.NatsBroker;
import io.updraft.outbox.nats.NatsFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EventFollowerTest {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  @TempDir Path folder;
  private NatsFixture nats;
  private NatsBroker broker;
  private Connection connection;

  @BeforeEach
  void start() throws Exception {
    nats = NatsFixture.start(folder);
    broker = new NatsBroker(nats.settings());
    connection = Nats.connect(nats.url());
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    nats.close();
  }

  private void publish(OutboxEvent event) {
    Reading.Sound sound = (Reading.Sound) new JsonMessageReader().read(event);
    assertThat(broker.deliver(List.of(sound.message())))
        .containsExactly(new Delivery.Acknowledged());
  }

  private EventFollower follower(String arguments) {
    FollowOptions options =
        FollowOptions.parse(List.of(("--nats " + nats.url() + arguments).split(" ")));
    return new EventFollower(connection, options, lines::add);
  }

  @Test
  void showsFromTheBeginningInOrderAndEndsAfterTheWantedNumber() throws Exception {
    publish(Samples.event("upd_1", 1));
    publish(Samples.event("upd_1", 2));
    publish(Samples.event("upd_1", 3));

    EventFollower follower = follower(" --all --count 2");
    follower.start();
    follower.await();

    assertThat(lines)
        .satisfiesExactly(
            first -> assertThat(first).contains("upd_1 #1"),
            second -> assertThat(second).contains("upd_1 #2"));
  }

  @Test
  void showsTheSubjectsThatAreWanted() throws Exception {
    publish(Samples.event("upd_1", 1));
    publish(Samples.deviceDeleted("dev-1"));

    EventFollower follower = follower(" --all --count 1 --subject *.device.>");
    follower.start();
    follower.await();

    assertThat(lines).singleElement().asString().contains("device_service.device.deleted dev-1");
  }

  @Test
  void showsWhatComesAlsoInStreamsThatDoNotExistYet() throws Exception {
    EventFollower follower = follower(" --count 1");
    follower.start();

    publish(Samples.event("upd_1", 1));
    follower.await();

    assertThat(lines).singleElement().asString().contains("upd_1 #1");
  }

  @Test
  void leavesOutWhatWasPublishedBefore() throws Exception {
    publish(Samples.event("upd_1", 1));
    EventFollower follower = follower(" --count 1");
    follower.start();

    publish(Samples.event("upd_1", 2));
    follower.await();

    assertThat(lines).singleElement().asString().contains("upd_1 #2");
  }
}
