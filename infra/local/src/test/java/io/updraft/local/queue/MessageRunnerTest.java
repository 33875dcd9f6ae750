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
    messages.add("one", NOW);
    messages.add("two", NOW.plusMillis(1));
    MessageRunner runner = runner(messages, _ -> answer("{\"batchItemFailures\":[]}"));

    assertThat(runner.round()).isTrue();

    assertThat(given).hasSize(1);
    assertThat(given.getFirst()).containsSubsequence("\"body\":\"one\"", "\"body\":\"two\"");
    assertThat(runner.round()).isFalse();
  }

  @Test
  void bringsBackWhatFailedOnly() {
    String failing = messages.add("failing", NOW);
    messages.add("good", NOW);
    String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}".formatted(failing);

    runner(messages, _ -> answer(answer)).round();

    assertThat(messages.visible(10, NOW.plusSeconds(1)))
        .extracting(MessageFolder.Message::body, MessageFolder.Message::receives)
        .containsExactly(tuple("failing", 1));
  }

  @Test
  void bringsBackAllWhereTheFunctionFailed() {
    messages.add("one", NOW);
    messages.add("two", NOW);

    runner(messages, _ -> new Outcome.Failed("Error", "no")).round();

    assertThat(messages.visible(10, NOW.plusSeconds(1))).hasSize(2);
  }

  @Test
  void bringsBackAllWhereTheAnswerCantBeRead() {
    messages.add("one", NOW);
    messages.add("two", NOW);

    runner(messages, _ -> answer("{\"batchItemFailures\":[")).round();

    assertThat(messages.visible(10, NOW.plusSeconds(1))).hasSize(2);
  }

  @Test
  void setsAsideWhatFailedTooOften() throws IOException {
    messages.add("never", NOW);
    MessageRunner runner = runner(messages, _ -> new Outcome.TimedOut("late"));

    while (runner.round()) {
      assertThat(given).hasSizeLessThanOrEqualTo(MOST_RECEIVES);
    }

    assertThat(given).hasSize(MOST_RECEIVES);
    assertThat(Files.readString(folder.resolve("Send.jsonl"))).contains("never");
  }

  @Test
  void keepsWhatItTookOverARestart() {
    messages.add("one", NOW);
    runner(messages, _ -> new Outcome.Failed("Error", "no")).round();

    MessageFolder again = new MessageFolder(folder.resolve("Queue"));

    assertThat(again.visible(10, NOW))
        .extracting(MessageFolder.Message::body, MessageFolder.Message::receives)
        .containsExactly(tuple("one", 1));
  }
}
