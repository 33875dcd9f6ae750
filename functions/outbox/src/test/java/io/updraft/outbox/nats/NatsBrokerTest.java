package io.updraft.outbox.nats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.updraft.events.Streams;
import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.Delivery;
import io.updraft.outbox.domain.Delivery.Acknowledged;
import io.updraft.outbox.domain.Delivery.Refused;
import io.updraft.outbox.domain.Delivery.Unanswered;
import io.updraft.outbox.domain.Message;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.Reading;
import io.updraft.outbox.json.JsonMessageReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NatsBrokerTest {
  private static final String OTA = Streams.OTA.name();
  private static final Delivery ACKNOWLEDGED = new Acknowledged();

  @TempDir Path folder;
  private NatsFixture nats;
  private NatsBroker broker;

  @BeforeEach
  void start() {
    nats = NatsFixture.start(folder);
    broker = new NatsBroker(nats.settings());
  }

  @AfterEach
  void stop() {
    nats.close();
  }

  private List<Delivery> deliver(OutboxEvent... events) {
    JsonMessageReader reader = new JsonMessageReader();
    return broker.deliver(
        Stream.of(events).map(e -> ((Reading.Sound) reader.read(e)).message()).toList());
  }

  @Test
  void publishesTheBytesOfTheEventUnderItsSubjectWithItsIdAndTrace() throws Exception {
    OutboxEvent event = Samples.event("upd_1", 1);

    assertThat(deliver(event)).containsExactly(ACKNOWLEDGED);

    var message = nats.published(OTA).getFirst();
    var headers = requireNonNull(message.getHeaders());
    assertThat(nats.publishedJson(OTA)).containsExactly(event.json());
    assertThat(message.getSubject()).isEqualTo("ota_service.update.started");
    assertThat(headers.getFirst("Nats-Msg-Id"))
        .isEqualTo(Samples.envelope("upd_1", 1).id().toString());
    assertThat(headers.getFirst("traceparent")).isEqualTo(Samples.TRACEPARENT);
  }

  @Test
  void takesAThousandAtOnce() throws Exception {
    OutboxEvent[] events =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Samples.event("upd_" + i, 1))
            .toArray(OutboxEvent[]::new);

    assertThat(deliver(events)).hasSize(1_000).containsOnly(ACKNOWLEDGED);
    assertThat(nats.publishedJson(OTA))
        .containsExactlyElementsOf(Stream.of(events).map(OutboxEvent::json).toList());
  }

  @Test
  void acknowledgesARepeatThatTheServerDrops() throws Exception {
    deliver(Samples.event("upd_1", 1));

    assertThat(deliver(Samples.event("upd_1", 1), Samples.event("upd_2", 1)))
        .containsExactly(ACKNOWLEDGED, ACKNOWLEDGED);
    assertThat(nats.published(OTA)).hasSize(2);
  }

  @Test
  void createsTheStreamsWhereTheyAreMissing() throws Exception {
    deliver(Samples.event("upd_1", 1));

    List<String> names = nats.ask(m -> m.getStreamNames());
    StreamConfiguration made = nats.ask(m -> m.getStreamInfo(OTA).getConfiguration());
    assertThat(names).containsExactlyInAnyOrder("ota-stream", "telemetry-stream", "device-stream");
    assertThat(made.getSubjects()).containsExactly("ota_service.>");
    assertThat(made.getStorageType()).isEqualTo(StorageType.File);
    assertThat(made.getMaxAge()).isEqualTo(Streams.RETENTION);
    assertThat(made.getDuplicateWindow()).isEqualTo(Streams.DUPLICATE_WINDOW);
  }

  @Test
  void leavesTheStreamOfANeighbourAsItIs() throws Exception {
    create("devices-of-others", "device_service.>", -1);

    assertThat(deliver(Samples.deviceDeleted("dev-1"))).containsExactly(ACKNOWLEDGED);

    assertThat(nats.<List<String>>ask(m -> m.getStreamNames())).doesNotContain("device-stream");
    assertThat(nats.published("devices-of-others")).hasSize(1);
  }

  @Test
  void createsAStreamAgainThatWasDeletedMeanwhile() throws Exception {
    deliver(Samples.event("upd_1", 1));
    nats.ask(m -> m.deleteStream(OTA));

    assertThat(deliver(Samples.event("upd_2", 1))).singleElement().isInstanceOf(Unanswered.class);
    assertThat(deliver(Samples.event("upd_2", 1))).containsExactly(ACKNOWLEDGED);
  }

  @Test
  void refusesWhatIsLargerThanTheServerTakes() {
    assertThat(deliver(Samples.large("upd_1", 1, 1 << 20), Samples.event("upd_2", 1)))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Refused.class),
            second -> assertThat(second).isEqualTo(ACKNOWLEDGED));
  }

  @Test
  void refusesWhatOnlyTheHeadersMakeTooLarge() {
    int envelope = Samples.large("upd_1", 1, 1).json().length() - 1;

    assertThat(deliver(Samples.large("upd_1", 1, (1 << 20) - envelope)))
        .singleElement()
        .isInstanceOf(Refused.class);
  }

  @Test
  void refusesWhatIsLargerThanTheStreamTakes() throws Exception {
    create(OTA, "ota_service.>", 1_000);

    assertThat(deliver(Samples.large("upd_1", 1, 1_000), Samples.event("upd_2", 1)))
        .containsExactly(new Refused("message size exceeds maximum allowed [10054]"), ACKNOWLEDGED);
  }

  @Test
  void refusesWhatNoStreamTakes() {
    Message foreign = new Message("1", "elsewhere.thing", "{}", Samples.COMMITTED, null);

    assertThat(broker.deliver(List.of(foreign)))
        .containsExactly(new Refused("no stream takes elsewhere.thing"));
  }

  @Test
  void waitsForAStreamThatIsFull() throws Exception {
    nats.ask(
        m ->
            m.addStream(
                StreamConfiguration.builder()
                    .name(OTA)
                    .subjects("ota_service.>")
                    .maxMessages(1)
                    .discardPolicy(DiscardPolicy.New)
                    .build()));
    deliver(Samples.event("upd_1", 1));

    assertThat(deliver(Samples.event("upd_2", 1))).singleElement().isInstanceOf(Unanswered.class);
  }

  @Test
  void answersForAllWhenNatsIsAwayAndAgainWhenItIsBack() throws Exception {
    nats.stop();
    assertThat(deliver(Samples.event("upd_1", 1), Samples.event("upd_2", 1)))
        .hasSize(2)
        .hasOnlyElementsOfType(Unanswered.class);

    nats.startAgain();
    assertThat(deliver(Samples.event("upd_1", 1))).containsExactly(ACKNOWLEDGED);

    nats.stop();
    assertThat(deliver(Samples.event("upd_2", 1))).hasOnlyElementsOfType(Unanswered.class);

    nats.startAgain();
    assertThat(deliver(Samples.event("upd_2", 1))).containsExactly(ACKNOWLEDGED);
    assertThat(nats.published(OTA)).hasSize(2);
  }

  @Test
  @Timeout(20)
  void doesNotWaitForEverForAServerThatIsSilent() throws Exception {
    deliver(Samples.event("upd_1", 1));
    nats.freeze();

    assertThat(deliver(Samples.event("upd_2", 1)))
        .containsExactly(new Unanswered("no acknowledgement in time"));
    assertThat(deliver(Samples.event("upd_2", 1))).hasOnlyElementsOfType(Unanswered.class);

    nats.thaw();
    assertThat(deliver(Samples.event("upd_2", 1))).containsExactly(ACKNOWLEDGED);
    assertThat(nats.published(OTA)).hasSize(2);
  }

  private void create(String name, String subjects, int largest) throws Exception {
    nats.ask(
        m ->
            m.addStream(
                StreamConfiguration.builder()
                    .name(name)
                    .subjects(subjects)
                    .maximumMessageSize(largest)
                    .build()));
  }
}
