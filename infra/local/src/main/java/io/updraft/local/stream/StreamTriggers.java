package io.updraft.local.stream;

import io.updraft.local.lambda.Backoff;
import io.updraft.local.lambda.DeadLetters;
import io.updraft.local.lambda.Functions;
import io.updraft.local.lambda.StopSignal;
import io.updraft.template.StreamTrigger;
import io.updraft.template.Template;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads the streams of all triggers, each in a thread of its own. */
public final class StreamTriggers implements AutoCloseable {
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final DynamoDbClient tables;
  private final DynamoDbStreamsClient streams;
  private final Functions functions;
  private final Checkpoints checkpoints;
  private final DeadLetters deadLetters;
  private final StopSignal stop = new StopSignal();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Nothing is read before {@link #start}.
   *
   * @param checkpoints folder in which progress is kept
   */
  public StreamTriggers(
      DynamoDbClient tables,
      DynamoDbStreamsClient streams,
      Functions functions,
      Path checkpoints,
      DeadLetters deadLetters) {
    this.tables = tables;
    this.streams = streams;
    this.functions = functions;
    this.checkpoints = new Checkpoints(checkpoints);
    this.deadLetters = deadLetters;
  }

  /** Begins to read where each reader was; where it never was, as its trigger says. */
  public void start(Template template) {
    template.functions().values().stream()
        .flatMap(function -> function.triggers(StreamTrigger.class).stream())
        .map(trigger -> poller(trigger, template.table(trigger.table()).name()))
        .forEach(poller -> threads.add(Thread.ofVirtual().name("stream").start(poller)));
  }

  private StreamPoller poller(StreamTrigger trigger, String table) {
    String arn = TableStream.arn(tables, table);
    TableStream stream = stream(trigger, arn);
    BatchRunner runner =
        new BatchRunner(
            trigger,
            functions.get(trigger.function())::invoke,
            arn,
            deadLetters,
            BACKOFF,
            Clock.systemUTC(),
            stop);
    return new StreamPoller(trigger, stream, arn, runner, checkpoints, stop);
  }

  /** Nobody is to be told of what happened before there was somebody to tell. */
  private TableStream stream(StreamTrigger trigger, String arn) {
    String reader = StreamPoller.readerName(trigger);
    Optional<String> checkpoint = checkpoints.find(reader, arn);
    TableStream stream = new TableStream(streams, arn, checkpoint);
    if (checkpoint.isEmpty() && trigger.fromLatest()) {
      stream.skipToEnd().ifPresent(last -> checkpoints.save(reader, arn, last));
    }
    return stream;
  }

  /** Stops to read. What was being worked on comes again at the next start. */
  @Override
  public void close() {
    stop.stop(threads);
  }
}
