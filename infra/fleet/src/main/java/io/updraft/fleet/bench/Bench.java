package io.updraft.fleet.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code scripts/bench}, as far as a running system is measured. */
@Command(
    name = "scripts/bench",
    description = "Measures what a runtime on this machine needs for what devices do all day.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(poll | cycle | telemetry | alert-latency)")
public final class Bench {
  private final PrintStream out;

  Bench(PrintStream out) {
    this.out = out;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench(System.out))
            .setExecutionExceptionHandler(Bench::explain)
            .execute(arguments));
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult unused) {
    command.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What is measured beside the unit. */
  private interface Bout {
    Measurement run(Target target) throws IOException, InterruptedException;
  }

  @Command(name = "poll", description = "Polls of devices for which there is nothing to do")
  int poll(@Mixin BenchOptions options) throws IOException, InterruptedException {
    return run(options, Reference.POLL, target -> new PollBench(options, target).run());
  }

  @Command(
      name = "cycle",
      description = "Whole updates: poll, download address, progress report, success report")
  int cycle(@Mixin BenchOptions options) throws IOException, InterruptedException {
    return run(options, Reference.CYCLE, target -> new CycleBench(options, target).run());
  }

  @Command(
      name = "telemetry",
      description =
          "Batches of data points, beside what the database alone takes, and a day of one metric"
              + " asked for")
  int telemetry(@Mixin BenchOptions options) throws IOException, InterruptedException {
    try (Target target = target(options)) {
      Rest.await(target.costs());
      new Report(out).memory(target.costs().megabytes());
      Measurement unit = new PollBench(options, target).unit();
      TelemetryReport report = new TelemetryReport(out, unit);
      new TelemetryBench(options, target, report).run();
      new DayBench(options, target, report).run();
    }
    return 0;
  }

  @Command(
      name = "alert-latency",
      description = "From the answer to a point that breaks a rule to its alert on NATS")
  int alertLatency(@Mixin BenchOptions options) throws IOException, InterruptedException {
    try (Target target = target(options)) {
      new AlertLatencyBench(options, target, new AlertReport(out)).run();
    }
    return 0;
  }

  private int run(BenchOptions options, Reference hawkBit, Bout bout)
      throws IOException, InterruptedException {
    Report report = new Report(out);
    try (Target target = target(options)) {
      Rest.await(target.costs());
      report.memory(target.costs().megabytes());
      Measurement measured = bout.run(target);
      Measurement unit = new PollBench(options, target).unit();
      report.table(measured, unit, hawkBit);
    }
    return 0;
  }

  private Target target(BenchOptions options) throws IOException, InterruptedException {
    Path data = options.data;
    if (data != null) {
      return Target.running(data, options.scripts);
    }
    out.println("Starting a runtime ...");
    return Target.started(options.scripts);
  }
}
