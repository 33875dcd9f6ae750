package io.updraft.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.local.lambda.Backoff;
import io.updraft.local.lambda.DeadLetters;
import io.updraft.local.lambda.Json;
import io.updraft.local.lambda.Outcome;
import io.updraft.local.lambda.StopSignal;
import io.updraft.template.StreamTrigger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Takes one batch to the function, again and again, until it is done or given up. */
final class BatchRunner {
  private final StreamTrigger trigger;
  private final Function<byte[], Outcome> function;
  private final String streamArn;
  private final DeadLetters deadLetters;
  private final Backoff backoff;
  private final Clock clock;
  private final StopSignal stop;

  BatchRunner(
      StreamTrigger trigger,
      Function<byte[], Outcome> function,
      String streamArn,
      DeadLetters deadLetters,
      Backoff backoff,
      Clock clock,
      StopSignal stop) {
    this.trigger = trigger;
    this.function = function;
    this.streamArn = streamArn;
    this.deadLetters = deadLetters;
    this.backoff = backoff;
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * Returns when the whole batch is done or given up.
   *
   * @param progress told the last record that is done, each time that some are
   */
  void run(List<Record> batch, Consumer<Record> progress) throws InterruptedException {
    List<Record> rest = batch;
    int failures = 0;
    while (!rest.isEmpty()) {
      int done = attempt(rest);
      if (done > 0) {
        progress.accept(rest.get(done - 1));
        rest = rest.subList(done, rest.size());
        failures = 0;
      }
      if (rest.isEmpty()) {
        return;
      }
      if (isExhausted(++failures, rest.getFirst())) {
        giveUp(rest);
        progress.accept(rest.getLast());
        return;
      }
      if (trigger.bisect() && rest.size() > 1) {
        int half = rest.size() / 2;
        run(rest.subList(0, half), progress);
        rest = rest.subList(half, rest.size());
        failures = 0;
      } else {
        stop.pause(backoff.delay(failures - 1));
      }
    }
  }

  private int attempt(List<Record> records) {
    return switch (function.apply(event(records))) {
      case Outcome.Answered answered ->
          trigger.reportsFailures()
              ? BatchAnswer.done(answered.payload(), records)
              : records.size();
      case Outcome.Failed _, Outcome.TimedOut _ -> 0;
    };
  }

  private boolean isExhausted(int failures, Record oldest) {
    boolean tooOften = trigger.retries().isPresent() && failures > trigger.retries().getAsInt();
    Instant created = oldest.dynamodb().approximateCreationDateTime();
    boolean tooOld =
        trigger.maximumAge().isPositive()
            && created.plus(trigger.maximumAge()).isBefore(clock.instant());
    return tooOften || tooOld;
  }

  private void giveUp(List<Record> records) {
    deadLetters.keep(trigger.function(), event(records));
  }

  private byte[] event(List<Record> records) {
    List<? extends JsonNode> json =
        records.stream().map(each -> StreamRecords.toJson(each, streamArn)).toList();
    return Json.bytes(StreamRecords.event(json));
  }
}
