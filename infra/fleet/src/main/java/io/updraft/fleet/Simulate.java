package io.updraft.fleet;

import io.updraft.fleet.campaign.CampaignRun;
import io.updraft.fleet.campaign.FirmwareUpload;
import io.updraft.fleet.device.DeviceKeys;
import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.device.Fleet;
import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.device.Workshop;
import io.updraft.fleet.display.Display;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Connections;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.ObjectStore;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Refused;
import io.updraft.fleet.http.Traffic;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        "Simulates devices that poll, download, install and report, each with its own key.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Simulate implements Callable<Integer> {
  private static final Duration READ_INTERVAL = Duration.ofSeconds(1);
  private static final int GRACE_SECONDS = 10;

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
      FleetPlan plan = fleetOptions.plan("");
      Map<String, Object> _ = campaignOptions.fields(plan.size());
      // Before a thousand devices find out one by one.
      String _ = admin.header();
    } catch (Refused refused) {
      out.println(refused.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IllegalArgumentException wrongOption) {
      out.println(wrongOption.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    return simulate(admin);
  }

  private int simulate(Credentials admin) throws InterruptedException {
    try (Simulation simulation = simulation(admin)) {
      CountDownLatch summarized = new CountDownLatch(1);
      Thread atExit = new Thread(() -> endAndAwait(simulation, summarized));
      Runtime.getRuntime().addShutdownHook(atExit);
      Ending ending = simulation.run(terminal ? Display.onTerminal(out) : Display.inLines(out));
      Verdict verdict = simulation.verdict(ending);
      new Summary(out).print(simulation, ending, verdict);
      summarized.countDown();
      return verdict.isGood() ? 0 : 1;
    }
  }

  /** After Ctrl-C the process would be gone before the summary. */
  private static void endAndAwait(Simulation simulation, CountDownLatch summarized) {
    simulation.interrupt();
    try {
      var _ = summarized.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Simulation simulation(Credentials admin) {
    FleetPlan plan = fleetOptions.plan(defaultGroup());
    Traffic traffic = new Traffic();
    Connections connections = new Connections();
    Patience patience = Patience.usual();
    Api api = new Api(serverOptions.server(), connections, traffic, patience);
    ObjectStore store = new ObjectStore(connections);
    DeviceKeys keys =
        DeviceKeys.open(serverOptions.data.resolve("fleet-keys"), serverOptions.keyScope());
    Fleet fleet =
        new Fleet(
            plan,
            api,
            new Enrolment(api, admin, keys, plan),
            new Workshop(store, traffic, patience, plan.installTime()));
    Optional<Rollout> rollout =
        campaignOptions.wanted()
            ? Optional.of(
                new Rollout(
                    fleet,
                    plan,
                    campaignOptions,
                    new FirmwareUpload(api, admin, store, patience),
                    new CampaignRun(api, admin, READ_INTERVAL)))
            : Optional.empty();
    return new Simulation(fleet, rollout, traffic, waiting());
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
