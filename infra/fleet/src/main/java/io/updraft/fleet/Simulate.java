package io.updraft.fleet;

import io.updraft.fleet.campaign.CampaignRun;
import io.updraft.fleet.campaign.FirmwareUpload;
import io.updraft.fleet.device.Fleet;
import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.device.Workshop;
import io.updraft.fleet.display.Display;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.ObjectStore;
import io.updraft.fleet.http.Refused;
import io.updraft.fleet.telemetry.TelemetryPlan;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code scripts/simulate}. Exit status 0 if everything happened as expected, 1 if not, 2 for a
 * wrong option, 130 after Ctrl-C.
 */
@Command(
    name = "scripts/simulate",
    description =
        "Simulates devices that poll, download, install and report, or with --telemetry measure and"
            + " send, each with its own key.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Simulate implements Callable<Integer> {
  private static final Duration READ_INTERVAL = Duration.ofSeconds(1);

  @Mixin private final FleetOptions fleetOptions = new FleetOptions();
  @Mixin private final CampaignOptions campaignOptions = new CampaignOptions();

  @Option(
      names = "--until-done",
      description =
          "End when the campaign has ended, or each device has had an update; what a campaign does"
              + " unless --for is given")
  private boolean untilDone;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      converter = SecondsText.class,
      description = "End after this time; until Ctrl-C if neither is given")
  private @Nullable Duration longest;

  @Mixin private final TelemetryOptions telemetryOptions = new TelemetryOptions();
  @Mixin private final ServerOptions serverOptions = new ServerOptions();

  @Option(names = "--terminal", hidden = true)
  private boolean terminal;

  private final PrintStream out;

  Simulate(PrintStream out) {
    this.out = out;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    System.exit(commandLine(System.out).execute(arguments));
  }

  /** The command; of an option that is given twice, the last counts. */
  static CommandLine commandLine(PrintStream out) {
    return new CommandLine(new Simulate(out)).setOverwrittenOptionsAllowed(true);
  }

  @Override
  public Integer call() throws InterruptedException {
    Credentials admin = serverOptions.admin();
    try {
      checkOptions();
      // Before a thousand devices find out one by one.
      String _ = admin.header();
    } catch (Refused refused) {
      out.println(refused.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IllegalArgumentException wrongOption) {
      out.println(wrongOption.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    return telemetryOptions.wanted ? measured(admin) : simulate(admin);
  }

  private void checkOptions() {
    FleetPlan plan = fleetOptions.plan("");
    Map<String, Object> _ = campaignOptions.fields(plan.size());
    TelemetryPlan _ = telemetryOptions.plan();
    if (telemetryOptions.wanted && (campaignOptions.wanted() || untilDone || longest != null)) {
      throw new IllegalArgumentException(
          "--telemetry goes with none of --campaign, --firmware, --until-done and --for");
    }
  }

  private int simulate(Credentials admin) throws InterruptedException {
    try (Simulation simulation = simulation(admin);
        AtExit _ = AtExit.interrupting(simulation::interrupt)) {
      Ending ending = simulation.run(terminal ? Display.onTerminal(out) : Display.inLines(out));
      Verdict verdict = simulation.verdict(ending);
      new Summary(out).print(simulation, ending, verdict);
      return verdict.isGood() ? 0 : 1;
    }
  }

  private int measured(Credentials admin) throws InterruptedException {
    try {
      return measure(admin);
    } catch (Refused refused) {
      out.println(refused.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int measure(Credentials admin) throws InterruptedException {
    Access access = Access.of(serverOptions, admin, fleetOptions.plan(defaultGroup()));
    try (TelemetryRun run = TelemetryRun.of(fleetOptions, telemetryOptions, access);
        AtExit _ = AtExit.interrupting(run::interrupt)) {
      Ending ending = run.run(new TelemetryProgress(out, terminal));
      TelemetryVerdict verdict = run.verdict(ending);
      new TelemetrySummary(out).print(run, ending, verdict);
      return verdict.isGood() ? 0 : 1;
    }
  }

  private Simulation simulation(Credentials admin) {
    FleetPlan plan = fleetOptions.plan(defaultGroup());
    Access access = Access.of(serverOptions, admin, plan);
    ObjectStore store = new ObjectStore(access.connections());
    Workshop workshop =
        new Workshop(store, access.traffic(), access.patience(), plan.installTime());
    Fleet fleet = new Fleet(plan, access.api(), access.enrolment(), workshop);
    Optional<Rollout> rollout =
        campaignOptions.wanted()
            ? Optional.of(rollout(fleet, plan, access, store))
            : Optional.empty();
    return new Simulation(fleet, rollout, access.traffic(), waiting());
  }

  private Rollout rollout(Fleet fleet, FleetPlan plan, Access access, ObjectStore store) {
    return new Rollout(
        fleet,
        plan,
        campaignOptions,
        new FirmwareUpload(access.api(), access.admin(), store, access.patience()),
        new CampaignRun(access.api(), access.admin(), READ_INTERVAL));
  }

  /** A campaign must find no devices of an earlier and larger fleet, which nobody simulates now. */
  private String defaultGroup() {
    return campaignOptions.wanted() ? "simulated-" + Instant.now().getEpochSecond() : "simulated";
  }

  private Simulation.Waiting waiting() {
    boolean forCampaign = campaignOptions.wanted() && longest == null;
    return new Simulation.Waiting(untilDone || forCampaign, Optional.ofNullable(longest));
  }
}
