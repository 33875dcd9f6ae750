package io.updraft.local.stream;

import io.updraft.local.lambda.StopSignal;
import io.updraft.template.StreamTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Reads the stream of one trigger and takes what comes to its function, batch after batch. Asks
 * often while records come, and seldom while none do; never at once again, since what comes one by
 * one would then be paid for batch by batch.
 */
final class StreamPoller implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamPoller.class);
  private static final Duration BUSY = Duration.ofMillis(50);
  private static final Duration IDLE = Duration.ofMillis(500);

  /** Between two looks within a batching window: as often as Lambda looks. */
  private static final Duration GATHERING = Duration.ofMillis(250);

  private static final int READ_AT_ONCE = 1_000;

  private final StreamTrigger trigger;
  private final TableStream stream;
  private final String streamArn;
  private final List<EventPattern> filters;
  private final BatchRunner runner;
  private final Checkpoints checkpoints;
  private final StopSignal stop;

  StreamPoller(
      StreamTrigger trigger,
      TableStream stream,
      String streamArn,
      BatchRunner runner,
      Checkpoints checkpoints,
      StopSignal stop) {
    this.trigger = trigger;
    this.stream = stream;
    this.streamArn = streamArn;
    this.filters = trigger.filters().stream().map(EventPattern::parse).toList();
    this.runner = runner;
    this.checkpoints = checkpoints;
    this.stop = stop;
  }

  /** Name of the trigger's checkpoint. */
  static String readerName(StreamTrigger trigger) {
    return trigger.function() + "." + trigger.id();
  }

  /** Runs until the end is requested. */
  @Override
  public void run() {
    Duration pause = BUSY;
    try {
      while (!stop.isRequested()) {
        pause = poll() ? BUSY : shorter(pause.multipliedBy(2), IDLE);
        stop.pause(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round; false when there was nothing to do. */
  private boolean poll() throws InterruptedException {
    try {
      List<Record> records = readBatch();
      if (!records.isEmpty()) {
        process(records);
      }
      return !records.isEmpty();
    } catch (RuntimeException e) {
      // Whatever it was, for example a full disk: what is not done is read again.
      LOG.warn("{} can't go on with its stream, and tries again", trigger.function(), e);
      stream.seek(checkpoints.find(readerName(trigger), streamArn));
      return false;
    }
  }

  private void process(List<Record> records) throws InterruptedException {
    List<Record> wanted = records.stream().filter(this::isWanted).toList();
    for (int from = 0; from < wanted.size(); from += trigger.batchSize()) {
      int to = Math.min(from + trigger.batchSize(), wanted.size());
      runner.run(wanted.subList(from, to), this::save);
    }
    if (wanted.isEmpty() || !wanted.getLast().equals(records.getLast())) {
      save(records.getLast());
    }
  }

  /** What is there, and what comes within the batching window until the batch is full. */
  private List<Record> readBatch() throws InterruptedException {
    List<Record> records = new ArrayList<>(stream.read(READ_AT_ONCE));
    Instant end = Instant.now().plus(trigger.batchingWindow());
    while (!records.isEmpty()
        && records.size() < trigger.batchSize()
        && Instant.now().isBefore(end)) {
      stop.pause(shorter(GATHERING, Duration.between(Instant.now(), end)));
      records.addAll(stream.read(READ_AT_ONCE));
    }
    return records;
  }

  private boolean isWanted(Record candidate) {
    if (filters.isEmpty()) {
      return true;
    }
    var json = StreamRecords.toJson(candidate, streamArn);
    return filters.stream().anyMatch(filter -> filter.matches(json));
  }

  private void save(Record last) {
    checkpoints.save(readerName(trigger), streamArn, last.dynamodb().sequenceNumber());
  }

  private static Duration shorter(Duration left, Duration right) {
    return left.compareTo(right) < 0 ? left : right;
  }
}
