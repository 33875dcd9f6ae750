package io.updraft.local.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.updraft.local.lambda.Backoff;
import io.updraft.local.lambda.DeadLetters;
import io.updraft.local.lambda.Outcome;
import io.updraft.template.QueueTrigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageRunnerTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
  private static final int MOST_RECEIVES = 5;

  @TempDir Path folder;
  private MessageFolder messages;
  private final List<String> given = new ArrayList<>();

  @BeforeEach
  void folder() {
    messages = new MessageFolder(folder.resolve("Queue"));
  }

  private MessageRunner runner(MessageFolder queue, Function<byte[], Outcome> function) {
    return new MessageRunner(
        new QueueTrigger("Send", "Messages", "Queue", 10, true),
        MOST_RECEIVES,
        queue,
        event -> {
          given.add(new String(event, StandardCharsets.UTF_8));
          return function.apply(event);
        },
        new DeadLetters(folder),
        new Backoff(Duration.ZERO, Duration.ZERO),
        Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC));
  }

  private static Outcome answer(String json) {
    return new Outcome.Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void runsTheFunctionWithWhatIsThereAndForgetsIt() {
    messages.add(Incoming.of("one"), NOW);
    messages.add(Incoming.of("two"), NOW.plusMillis(1));
    MessageRunner runner = runner(messages, _ -> answer("{\"batchItemFailures\":[]}"));

    assertThat(runner.round()).isTrue();

    assertThat(given).hasSize(1);
    assertThat(given.getFirst()).containsSubsequence("\"body\":\"one\"", "\"body\":\"two\"");
    assertThat(runner.round()).isFalse();
  }

  @Test
  void bringsBackWhatFailedOnly() {
    String failing = messages.add(Incoming.of("failing"), NOW);
    messages.add(Incoming.of("good"), NOW);
    String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}".formatted(failing);

    runner(messages, _ -> answer(answer)).round();

    assertThat(messages.take(10, NOW.plusSeconds(1)))
        .extracting(Message::body, Message::receives)
        .containsExactly(tuple("failing", 1));
  }

  @Test
  void bringsBackAllWhereTheFunctionFailed() {
    messages.add(Incoming.of("one"), NOW);
    messages.add(Incoming.of("two"), NOW);

    runner(messages, _ -> new Outcome.Failed("Error", "no")).round();

    assertThat(messages.take(10, NOW.plusSeconds(1))).hasSize(2);
  }

  @Test
  void bringsBackAllWhereTheAnswerCantBeRead() {
    messages.add(Incoming.of("one"), NOW);
    messages.add(Incoming.of("two"), NOW);

    runner(messages, _ -> answer("{\"batchItemFailures\":[")).round();

    assertThat(messages.take(10, NOW.plusSeconds(1))).hasSize(2);
  }

  @Test
  void setsAsideWhatFailedTooOften() throws IOException {
    messages.add(Incoming.of("never"), NOW);
    MessageRunner runner = runner(messages, _ -> new Outcome.TimedOut("late"));

    while (runner.round()) {
      assertThat(given).hasSizeLessThanOrEqualTo(MOST_RECEIVES);
    }

    assertThat(given).hasSize(MOST_RECEIVES);
    assertThat(Files.readString(folder.resolve("Send.jsonl"))).contains("never");
  }

  @Test
  void keepsWhatItTookOverARestart() {
    messages.add(Incoming.of("one"), NOW);
    runner(messages, _ -> new Outcome.Failed("Error", "no")).round();

    MessageFolder again = new MessageFolder(folder.resolve("Queue"));

    assertThat(again.take(10, NOW))
        .extracting(Message::body, Message::receives)
        .containsExactly(tuple("one", 1));
  }

  private static Incoming ordered(String body, String group) {
    return new Incoming(body, group, body, Duration.ZERO);
  }

  private List<String> taken(int most, Instant now) {
    return messages.take(most, now).stream().map(Message::body).toList();
  }

  @Test
  void givesAMessageToOneOnly() {
    messages.add(Incoming.of("one"), NOW);
    List<Message> first = messages.take(10, NOW);

    assertThat(first).hasSize(1);
    assertThat(messages.take(10, NOW)).isEmpty();
    messages.release(first);
    assertThat(messages.take(10, NOW)).isEqualTo(first);
  }

  @Test
  void keepsAMessageBackUntilItsDelayIsOver() {
    messages.add(new Incoming("later", "", "", Duration.ofSeconds(2)), NOW);

    assertThat(messages.take(10, NOW.plusMillis(1_999))).isEmpty();
    assertThat(messages.take(10, NOW.plusSeconds(2))).hasSize(1);
  }

  /** Many within a millisecond, so that their time alone says nothing of their order. */
  @Test
  void keepsTheOrderOfAGroup() {
    List<String> sent = IntStream.range(0, 50).mapToObj(i -> "m" + i).toList();
    sent.forEach(body -> messages.add(ordered(body, "a"), NOW));

    assertThat(taken(100, NOW)).isEqualTo(sent);
  }

  @Test
  void aGroupWaitsForWhatIsWithSomebodyAndOthersDoNot() {
    messages.add(ordered("a1", "a"), NOW);
    messages.add(ordered("a2", "a"), NOW);
    messages.add(ordered("b1", "b"), NOW);

    List<Message> first = messages.take(1, NOW);
    assertThat(first).extracting(Message::body).containsExactly("a1");
    assertThat(taken(10, NOW)).containsExactly("b1");
    messages.remove(first.getFirst().id());
    messages.release(first);
    assertThat(taken(10, NOW)).containsExactly("a2");
  }

  @Test
  void aGroupWaitsForWhatComesAgain() {
    messages.add(ordered("a1", "a"), NOW);
    messages.add(ordered("a2", "a"), NOW);
    messages.add(ordered("b1", "b"), NOW);
    Message failed = messages.take(1, NOW).getFirst();

    messages.keep(failed.again(NOW.plusSeconds(5)));
    messages.release(List.of(failed));

    assertThat(taken(10, NOW)).containsExactly("b1");
    assertThat(taken(10, NOW.plusSeconds(5))).containsExactly("a1", "a2");
  }

  @Test
  void takesARepeatOnceWithinFiveMinutes() {
    String id = messages.add(ordered("one", "a"), NOW);

    assertThat(messages.add(ordered("one", "a"), NOW.plusSeconds(299))).isEqualTo(id);
    assertThat(messages.add(ordered("one", "b"), NOW.plusSeconds(299))).isNotEqualTo(id);
    assertThat(messages.add(ordered("one", "a"), NOW.plusSeconds(300))).isNotEqualTo(id);
    assertThat(taken(10, NOW.plusSeconds(300))).hasSize(3);
  }

  @Test
  void keepsGroupsOverARestart() {
    messages.add(ordered("a1", "a"), NOW);
    messages.add(ordered("a2", "a"), NOW.plusMillis(1));

    MessageFolder again = new MessageFolder(folder.resolve("Queue"));

    assertThat(again.take(1, NOW)).hasSize(1);
    assertThat(again.take(1, NOW)).isEmpty();
  }
}
