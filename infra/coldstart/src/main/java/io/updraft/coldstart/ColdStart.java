package io.updraft.coldstart;

import io.updraft.fleet.bench.ProcessCosts;
import io.updraft.servers.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts a function once: the JVM with Lambda's runtime interface client, which finds classes and
 * {@code lib/*.jar} in the working directory, as the platform does it.
 */
final class ColdStart {
  private static final String RUNTIME = "infra/coldstart/target/runtime";
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final long PATIENCE_SECONDS = 60;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final List<String> javaOptions;
  private final Path log;

  /**
   * @param javaOptions beside those that the platform itself gives
   * @param log what the process writes
   */
  ColdStart(List<String> javaOptions, Path log) {
    this.javaOptions = List.copyOf(javaOptions);
    this.log = log;
  }

  /**
   * Starts the function, and ends it after its first answer.
   *
   * @throws FailedStart when there is no good one within a minute
   */
  Start run(Subject subject, LifeCycle lifeCycle) throws IOException, InterruptedException {
    try (RuntimeApi api = new RuntimeApi(subject.event())) {
      long begin = System.nanoTime();
      Process process = start(subject, lifeCycle, api.address());
      try {
        return switch (lifeCycle) {
          case ON_DEMAND -> first(api, process, begin, 0);
          case SNAP_START -> restored(api, process);
        };
      } catch (ExecutionException | TimeoutException e) {
        throw new FailedStart(
            subject.name() + ": " + e.getMessage() + "\n" + Files.readString(log));
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static Start restored(RuntimeApi api, Process process)
      throws InterruptedException, ExecutionException, TimeoutException {
    long before =
        api.checkpoint()
            .thenApply(ready -> cpuMillis(process))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    long begin = System.nanoTime();
    api.restore();
    return first(api, process, begin, before);
  }

  private static Start first(RuntimeApi api, Process process, long begin, long cpuBefore)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Void> dead = process.onExit().thenRun(() -> fail(api));
    try {
      return api.answer()
          .thenApply(answer -> measured(answer, process, begin, cpuBefore))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      dead.cancel(false);
    }
  }

  private static void fail(RuntimeApi api) {
    api.answer().completeExceptionally(new FailedStart("The process has ended by itself."));
  }

  private static Start measured(byte[] answer, Process process, long begin, long cpuBefore) {
    long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    long cpu = cpuMillis(process) - cpuBefore;
    long peak = Math.round(costs(process).peakMegabytes());
    return new Start(cpu, wall, peak, shares(process), answer);
  }

  private static long cpuMillis(Process process) {
    return Math.round(costs(process).cpuSeconds() * MILLIS_PER_SECOND);
  }

  private static ProcessCosts costs(Process process) {
    return new ProcessCosts(List.of(process.pid()));
  }

  private static Shares shares(Process process) {
    try {
      return Shares.of(process.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedStart("interrupted");
    }
  }

  private Process start(Subject subject, LifeCycle lifeCycle, String api) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(subject))
            .directory(subject.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(subject, lifeCycle, api));
    return builder.start();
  }

  private List<String> command(Subject subject) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As Lambda gives them to java25: one processor's collector, and C1 alone.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", ProjectFiles.root().resolve(RUNTIME) + "/*"));
    command.addAll(List.of(MAIN, subject.handler()));
    return command;
  }

  private static Map<String, String> environment(Subject subject, LifeCycle lifeCycle, String api) {
    Map<String, String> environment = new HashMap<>(subject.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api);
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", lifeCycle.initializationType());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", subject.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("_HANDLER", subject.handler());
    environment.put("LAMBDA_TASK_ROOT", subject.folder().toString());
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }
}
