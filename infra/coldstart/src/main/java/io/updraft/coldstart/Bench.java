package io.updraft.coldstart;

import io.updraft.coldstart.baseline.Hello;
import io.updraft.coldstart.baseline.HelloJson;
import io.updraft.coldstart.baseline.OneGet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench coldstart}. */
@Command(
    name = "scripts/bench coldstart",
    description =
        "Starts packaged functions as Lambda does: from the start of the process to the first"
            + " answer, with one call of DynamoDB.",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  /** What the whole fleet and every request wait for. */
  private static final String HOT =
      "DevicePoll,DeviceReport,TelemetryIngest,Authorizer,AlertTrigger,OutboxPublish";

  private static final String LIBRARIES_OF = "DevicePoll";

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Starts of each, of which the median is shown (${DEFAULT-VALUE})")
  private int runs = 10;

  @Option(
      names = "--functions",
      paramLabel = "ID",
      split = ",",
      defaultValue = HOT,
      description = "Which functions (${DEFAULT-VALUE})")
  private List<String> functions = List.of();

  @Option(names = "--all", description = "All functions of the template")
  private boolean all;

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description = "Beside those of the platform; any number of times")
  private List<String> javaOptions = new ArrayList<>();

  @SuppressWarnings("SystemOut")
  private final Report report = new Report(System.out);

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench())
            .setExecutionExceptionHandler(Bench::explain)
            .execute(arguments));
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult unused) {
    command.getErr().println(failure);
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Site site = Site.open()) {
      List<Measured> subjects = subjects(site).stream().map(Measured::new).toList();
      ColdStart coldStart = new ColdStart(javaOptions, site.log());
      // In turns, so that what else the machine does falls on all alike.
      for (int run = 0; run < runs; run++) {
        for (Measured subject : subjects) {
          subject.startWith(coldStart);
        }
      }
      report.show(runs, subjects.stream().map(Measured::medians).toList());
    }
    return CommandLine.ExitCode.OK;
  }

  /** The first is what the others are compared with. */
  private List<Subject> subjects(Site site) {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(site.baseline("one GetItem", OneGet.class, LIBRARIES_OF));
    subjects.add(site.baseline("hello", Hello.class, LIBRARIES_OF));
    subjects.add(site.baseline("hello, JSON", HelloJson.class, LIBRARIES_OF));
    Iterable<String> chosen = all ? site.functions() : functions;
    chosen.forEach(id -> subjects.add(site.function(id)));
    return subjects;
  }
}
