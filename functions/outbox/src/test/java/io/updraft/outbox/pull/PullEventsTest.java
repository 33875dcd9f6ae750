package io.updraft.outbox.pull;

import static io.updraft.outbox.pull.PullRig.CAMPAIGNS;
import static io.updraft.outbox.pull.PullRig.DEVICES;
import static io.updraft.outbox.pull.PullRig.DEVICE_DELETED;
import static io.updraft.outbox.pull.PullRig.USER_DELETED;
import static io.updraft.outbox.pull.PullRig.deviceDeleted;
import static io.updraft.outbox.pull.PullRig.envelope;
import static io.updraft.outbox.pull.PullRig.userDeleted;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.StreamConfiguration;
import io.updraft.outbox.domain.FunctionCalls.Answer;
import io.updraft.outbox.domain.Incoming;
import io.updraft.outbox.domain.Incoming.Next;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(DynamoDbServer.class)
class PullEventsTest {
  private final TestDatabase database;
  private final UUID id = UUID.randomUUID();
  @TempDir Path folder;
  private PullRig rig;

  PullEventsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() {
    database.clear();
    rig = new PullRig(database, folder);
    rig.pull();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void handsEventToAllThatWantIt() throws Exception {
    rig.publish(DEVICE_DELETED, deviceDeleted(id));
    rig.publish(USER_DELETED, userDeleted(UUID.randomUUID()));

    rig.pullUntil(() -> rig.consumed() == 2);

    assertThat(rig.calls.called()).containsExactlyInAnyOrder(DEVICES, CAMPAIGNS, CAMPAIGNS);
    assertThat(rig.settled(DEVICE_DELETED) && rig.settled(USER_DELETED)).isTrue();
  }

  @Test
  void sameEventAgainIsKnown() throws Exception {
    rig.publish(DEVICE_DELETED, deviceDeleted(id));
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 2);

    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS);
    assertThat(rig.settled(DEVICE_DELETED)).isTrue();
  }

  @Test
  void eventComesAgainForTheFunctionThatFailed() throws Exception {
    rig.calls.next(DEVICES, new Answer.Failed("no database"));
    rig.calls.next(DEVICES, new Answer.Failed("no database"));
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS, DEVICES, DEVICES);
    assertThat(rig.deadLetters()).isEmpty();
  }

  @Test
  void eventComesAgainWhileMoreRemains() throws Exception {
    rig.calls.next(CAMPAIGNS, new Answer.Again("more"));
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS, CAMPAIGNS);
  }

  @Test
  void eventThatAlwaysFailsIsADeadLetterAtLast() throws Exception {
    for (int i = 0; i < HandleArrival.MOST_FAILURES - 1; i++) {
      rig.ids.unfinished("acme", id, Set.of(CAMPAIGNS), true);
    }
    rig.calls.next(DEVICES, new Answer.Failed("a defect"));
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> !rig.deadLetters().isEmpty());

    assertThat(rig.reasons()).containsExactly("failed 20 times: DeviceDeletions: a defect");
    assertThat(rig.calls.called()).containsExactly(DEVICES);
    assertThat(rig.settled(DEVICE_DELETED)).isTrue();
  }

  @Test
  void refusalIsADeadLetterWhenTheOthersAreDone() throws Exception {
    rig.calls.next(DEVICES, new Answer.Refused("no such thing"));
    rig.calls.next(DEVICES, new Answer.Refused("no such thing"));
    rig.calls.next(CAMPAIGNS, new Answer.Failed("busy"));
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> !rig.deadLetters().isEmpty());

    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS, DEVICES, CAMPAIGNS);
    assertThat(rig.reasons()).containsExactly("DeviceDeletions: no such thing");
  }

  static Stream<Arguments> bad() {
    String sound = deviceDeleted(UUID.randomUUID());
    byte[] binary = {(byte) 0xff, 0, 1, 2};
    return Stream.of(
        Arguments.of("no JSON", bytes("never mind"), "Unrecognized token"),
        Arguments.of("no UTF-8", binary, ""),
        Arguments.of("nothing", new byte[0], ""),
        Arguments.of("no envelope", bytes("{\"device_id\":\"d-1\"}"), "id is missing"),
        Arguments.of("no device", bytes(sound.replace("device_id", "device_name")), "device_id"),
        Arguments.of("odd device", bytes(sound.replace("d-1", "d#1")), "device_id is not"),
        Arguments.of("another major version", bytes(sound.replace("1.0.0", "2.0.0")), "2.0.0"),
        Arguments.of("no organization", bytes(sound.replace("organization_id", "o")), "missing"),
        Arguments.of("odd organization", bytes(sound.replace("acme", "a#b")), "organization"),
        Arguments.of("large", bytes(sound + " ".repeat(300_000)), "bytes; at most 262144"),
        Arguments.of("very large", bytes("é".repeat(500_000)), "1000000 bytes"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void badMessageIsADeadLetterAndHoldsUpNothing(String name, byte[] message, String why)
      throws Exception {
    rig.publish(DEVICE_DELETED, message);
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.reasons()).singleElement().asString().contains(why);
    assertThat(rig.deadLetters().getFirst().number("event_size")).isEqualTo(message.length);
    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS);
    assertThat(rig.settled(DEVICE_DELETED)).isTrue();
  }

  @Test
  void deadLetterThatIsNotKeptComesAgain() throws Exception {
    rig.publish(DEVICE_DELETED, "never mind");

    Pulled pulled =
        rig.pull(
            (letterhead, body, reason) -> {
              throw new IllegalStateException("no table");
            },
            180_000);
    assertThat(pulled.deadLetters()).isZero();
    assertThat(pulled.putOff()).isPositive();
    rig.pullUntil(() -> rig.deadLetters().size() == 1);
  }

  @Test
  void unknownTypeIsAcknowledgedAndCounted() throws Exception {
    rig.publish(DEVICE_DELETED, envelope(id, "device_service", "device.renamed", "{}"));

    rig.pullUntil(() -> rig.runs.stream().anyMatch(run -> run.unknown() == 1));

    assertThat(rig.calls.called()).isEmpty();
    assertThat(rig.deadLetters()).isEmpty();
    assertThat(rig.settled(DEVICE_DELETED)).isTrue();
  }

  @Test
  void otherSubjectsOfTheStreamAreNotAskedFor() throws Exception {
    rig.publish("device_service.device.moved", "never mind");
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.deadLetters()).isEmpty();
    assertThat(rig.settled(DEVICE_DELETED)).isTrue();
  }

  @Test
  void functionThatVanishesWithAMessageLosesNothing() throws Exception {
    rig.publish(DEVICE_DELETED, deviceDeleted(id));
    Incoming vanishing = rig.freshIncoming();
    assertThat(vanishing.next(DEVICE_DELETED, Duration.ofSeconds(5)))
        .isInstanceOf(Next.Arrived.class);

    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS);
  }

  @Test
  void crashBetweenTwoFunctionsCallsBothAgain() throws Exception {
    rig.calls.next(
        CAMPAIGNS,
        () -> {
          throw new IllegalStateException("the power is gone");
        });
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS, DEVICES, CAMPAIGNS);
  }

  @Test
  void crashBeforeTheAcknowledgementCallsNobodyAgain() throws Exception {
    rig.ids.handled("acme", id);
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.calls.called()).isEmpty();
    assertThat(rig.settled(DEVICE_DELETED)).isTrue();
  }

  @Test
  void brokerThatIsAwayIsToldAndTriedAgain() throws Exception {
    rig.publish(DEVICE_DELETED, deviceDeleted(id));
    rig.nats.stop();

    rig.pullUntil(() -> rig.runs.getLast().stopped() != null);
    rig.nats.startAgain();
    rig.pullUntil(() -> rig.consumed() == 1);

    assertThat(rig.calls.called()).containsExactly(DEVICES, CAMPAIGNS);
  }

  @Test
  void nothingIsBegunWithoutTimeForIt() throws Exception {
    rig.publish(DEVICE_DELETED, deviceDeleted(id));

    rig.pull(
        (letterhead, body, reason) -> {
          throw new AssertionError("not asked for");
        },
        (int) Budget.CALL.toMillis());

    assertThat(rig.calls.called()).isEmpty();
    rig.pullUntil(() -> rig.consumed() == 1);
  }

  @Test
  void takesTheStreamThatExistsUnderWhateverName() throws Exception {
    rig.nats.ask(
        management -> {
          management.deleteStream("account-stream");
          return management.addStream(
              StreamConfiguration.builder().name("people").subjects("account_service.>").build());
        });
    rig.replaceFunction();
    rig.publish(USER_DELETED, userDeleted(id));

    rig.pullUntil(() -> rig.consumed() == 1);

    List<String> consumers = rig.nats.ask(management -> management.getConsumerNames("people"));
    assertThat(consumers).containsExactly("updraft_account_service_user_deleted");
  }
}
