package io.updraft.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.local.lambda.Backoff;
import io.updraft.local.lambda.DeadLetters;
import io.updraft.local.lambda.Outcome;
import io.updraft.local.lambda.StopSignal;
import io.updraft.template.StreamTrigger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

class BatchRunnerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern NUMBER = Pattern.compile("\"SequenceNumber\":\"(\\d+)\"");

  @TempDir Path folder;

  /** Sequence numbers of each invocation, such as "1 2 3". */
  private final List<String> invocations = new ArrayList<>();

  private final Deque<Outcome> answers = new ArrayDeque<>();
  private final List<String> progress = new ArrayList<>();

  @Test
  void oneAnswerIsEnoughWhenNothingFails() throws Exception {
    run(trigger(OptionalInt.empty(), false), 3);

    assertThat(invocations).containsExactly("1 2 3");
    assertThat(progress).containsExactly("3");
  }

  @Test
  void goesOnFromTheFirstThatFailed() throws Exception {
    answers.add(failures("3", "2"));
    run(trigger(OptionalInt.empty(), false), 3);

    assertThat(invocations).containsExactly("1 2 3", "2 3");
    assertThat(progress).containsExactly("1", "3");
  }

  @Test
  void takesTheWholeBatchAgainWhenTheFunctionFails() throws Exception {
    answers.add(new Outcome.Failed("a", "b"));
    answers.add(new Outcome.TimedOut("c"));
    answers.add(failures("unknown"));
    run(trigger(OptionalInt.empty(), false), 2);

    assertThat(invocations).containsExactly("1 2", "1 2", "1 2", "1 2");
    assertThat(progress).containsExactly("2");
  }

  @Test
  void keepsWhatItGivesUpAndGoesOn() throws Exception {
    answers.add(failures("2"));
    answers.add(failures("2"));
    run(trigger(OptionalInt.of(1), false), 3);

    assertThat(invocations).containsExactly("1 2 3", "2 3");
    assertThat(progress).containsExactly("1", "3");
    assertThat(Files.readAllLines(folder.resolve("F.jsonl")))
        .singleElement()
        .satisfies(line -> assertThat(numbers(line)).isEqualTo("2 3"));
  }

  @Test
  void progressStartsTheCountOfRetriesAnew() throws Exception {
    answers.add(failures("1"));
    answers.add(failures("2"));
    answers.add(failures("2"));
    run(trigger(OptionalInt.of(2), false), 2);

    assertThat(invocations).containsExactly("1 2", "1 2", "2", "2");
    assertThat(folder.resolve("F.jsonl")).doesNotExist();
  }

  @Test
  void halvesBatchesWhereTheTemplateSaysSo() throws Exception {
    answers.add(new Outcome.Failed("a", "b"));
    run(trigger(OptionalInt.empty(), true), 4);

    assertThat(invocations).containsExactly("1 2 3 4", "1 2", "3 4");
    assertThat(progress).containsExactly("2", "4");
  }

  @Test
  void givesUpRecordsThatAreTooOld() throws Exception {
    answers.add(new Outcome.Failed("a", "b"));
    StreamTrigger trigger =
        new StreamTrigger(
            "F",
            "id",
            "T",
            false,
            10,
            Duration.ZERO,
            List.of(),
            OptionalInt.empty(),
            Duration.ofSeconds(59),
            false,
            true);
    run(trigger, 2);

    assertThat(invocations).containsExactly("1 2");
    assertThat(progress).containsExactly("2");
    assertThat(folder.resolve("F.jsonl")).exists();
  }

  private void run(StreamTrigger trigger, int records) throws InterruptedException {
    BatchRunner runner =
        new BatchRunner(
            trigger,
            this::answer,
            "arn",
            new DeadLetters(folder),
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new StopSignal());
    runner.run(
        IntStream.rangeClosed(1, records).mapToObj(BatchRunnerTest::record).toList(),
        done -> progress.add(done.dynamodb().sequenceNumber()));
  }

  private Outcome answer(byte[] event) {
    invocations.add(numbers(new String(event, StandardCharsets.UTF_8)));
    Outcome next = answers.poll();
    return next == null ? failures() : next;
  }

  private static String numbers(String event) {
    return String.join(" ", NUMBER.matcher(event).results().map(r -> r.group(1)).toList());
  }

  private static Outcome failures(String... numbers) {
    List<String> items =
        List.of(numbers).stream().map(n -> "{\"itemIdentifier\": \"" + n + "\"}").toList();
    String json = "{\"batchItemFailures\": [" + String.join(",", items) + "]}";
    return new Outcome.Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  private static StreamTrigger trigger(OptionalInt retries, boolean bisect) {
    return new StreamTrigger(
        "F", "id", "T", false, 10, Duration.ZERO, List.of(), retries, Duration.ZERO, bisect, true);
  }

  private static Record record(int number) {
    return Record.builder()
        .eventID("e" + number)
        .eventName("INSERT")
        .dynamodb(
            d ->
                d.approximateCreationDateTime(NOW.minusSeconds(60))
                    .keys(Map.of("pk", AttributeValue.fromS("k" + number)))
                    .sequenceNumber(String.valueOf(number))
                    .sizeBytes(1L)
                    .streamViewType("NEW_IMAGE"))
        .build();
  }
}
