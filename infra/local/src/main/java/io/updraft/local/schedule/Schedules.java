package io.updraft.local.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.Functions;
import io.updraft.local.lambda.Json;
import io.updraft.local.lambda.LocalFunction;
import io.updraft.local.lambda.StopSignal;
import io.updraft.template.Schedule;
import io.updraft.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Runs functions at their rates, each in a thread of its own, so that it never meets itself. */
public final class Schedules implements AutoCloseable {
  private final Functions functions;
  private final Clock clock;
  private final StopSignal stop = new StopSignal();
  private final List<Thread> threads = new ArrayList<>();

  /** Nothing runs before {@link #start}. */
  public Schedules(Functions functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  /** Runs each function at once, since it may have missed its time, and then at its rate. */
  public void start(Template template) {
    template.functions().values().stream()
        .flatMap(function -> function.triggers(Schedule.class).stream())
        .forEach(
            schedule ->
                threads.add(Thread.ofVirtual().name("schedule").start(() -> run(schedule))));
  }

  private void run(Schedule schedule) {
    LocalFunction function = functions.get(schedule.function());
    try {
      while (!stop.isRequested()) {
        Instant next = clock.instant().plus(schedule.rate());
        // A run that fails is not repeated: the next one comes by itself.
        function.invoke(event(schedule));
        Duration rest = Duration.between(clock.instant(), next);
        stop.pause(rest.isNegative() ? Duration.ZERO : rest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] event(Schedule schedule) {
    return schedule
        .input()
        .map(input -> input.getBytes(StandardCharsets.UTF_8))
        .orElseGet(() -> scheduledEvent(schedule));
  }

  private byte[] scheduledEvent(Schedule schedule) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event
        .put("version", "0")
        .put("id", UUID.randomUUID().toString())
        .put("detail-type", "Scheduled Event")
        .put("source", "aws.scheduler")
        .put("account", "000000000000")
        .put("time", clock.instant().toString())
        .put("region", "us-east-1");
    event
        .putArray("resources")
        .add("arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + schedule.id());
    event.put("detail", "{}");
    return Json.bytes(event);
  }

  /** Starts nothing more, and gives what runs a moment to end. */
  @Override
  public void close() {
    functions.windUp();
    stop.stop(threads);
  }
}
