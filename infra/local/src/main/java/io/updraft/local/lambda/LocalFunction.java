package io.updraft.local.lambda;

import io.updraft.lambda.Environment;
import io.updraft.template.Function;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function that is ready to be invoked. One handler takes all its invocations, several at a time,
 * so a handler must be safe for concurrent use.
 */
public final class LocalFunction {
  private static final Logger LOG = LoggerFactory.getLogger(LocalFunction.class);

  /** What Lambda takes and gives in one invocation, in bytes. */
  public static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

  private final Function definition;
  private final Map<String, String> environment;
  private final Invocable handler;
  private final Timeouts timeouts;
  private final BooleanSupplier stopping;

  LocalFunction(
      Function definition,
      Map<String, String> environment,
      Timeouts timeouts,
      BooleanSupplier stopping) {
    this.definition = definition;
    this.environment = environment;
    this.handler = HandlerLoader.load(definition, environment);
    this.timeouts = timeouts;
    this.stopping = stopping;
  }

  public String id() {
    return definition.id();
  }

  /** Runs the function in this thread. When its time is up, the thread is interrupted. */
  public Outcome invoke(byte[] event) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    invoke(event, UUID.randomUUID().toString(), definition.timeout(), outcome::complete);
    // The one that interrupts may hand it over a moment after this thread has come back.
    return outcome.join();
  }

  /**
   * Runs the function in this thread and hands over how it ended, once; when its time is up, from
   * another thread, though this one may still be busy.
   *
   * @param limit the caller's patience; the function's own timeout holds as well
   */
  public void invoke(byte[] event, String requestId, Duration limit, Consumer<Outcome> answer) {
    Duration timeout = limit.compareTo(definition.timeout()) < 0 ? limit : definition.timeout();
    Once once = new Once(Thread.currentThread(), answer);
    Timeouts.Alarm alarm = timeouts.after(timeout, () -> once.interrupt(timedOut(timeout)));
    Outcome outcome = run(event, requestId);
    alarm.cancel();
    once.finish(outcome);
  }

  private Outcome timedOut(Duration timeout) {
    LOG.warn("{} timed out after {} s", id(), timeout.toSeconds());
    return new Outcome.TimedOut("Task timed out after %d seconds".formatted(timeout.toSeconds()));
  }

  private Outcome run(byte[] event, String requestId) {
    InvocationContext context = new InvocationContext(definition, requestId, stopping);
    try {
      byte[] payload = Environment.supply(environment, () -> handler.invoke(event, context));
      return payload.length > PAYLOAD_LIMIT
          ? new Outcome.Failed("Function.ResponseSizeTooLarge", payload.length + " bytes")
          : new Outcome.Answered(payload);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      // As in Lambda, whatever a handler throws ends this invocation and nothing else.
      LOG.error("{} failed, request {}", id(), requestId, e);
      return new Outcome.Failed(e.getClass().getName(), String.valueOf(e.getMessage()));
    }
  }
}
