package io.updraft.fleet.bench;

import java.io.IOException;
import java.time.Duration;

/** Polls of devices for which there is nothing to do. */
final class PollBench {
  private static final int NO_CONTENT = 204;

  private final BenchOptions options;
  private final Target target;

  PollBench(BenchOptions options, Target target) {
    this.options = options;
    this.target = target;
  }

  Measurement run() throws IOException, InterruptedException {
    BenchFleet fleet = BenchFleet.enrol(target, "bench-idle", options.devices);
    ProcessCosts costs = target.costs();
    Load load = new Load(target.url(), options.connections);
    Load.Result _ = load.during(options.warmUp, poll(fleet));
    Rest.await(costs);
    return measured("idle polls", load, costs, options.time, poll(fleet));
  }

  /** The same load on the unit of measure. */
  Measurement unit() throws IOException, InterruptedException {
    try (BareProcess bare = BareProcess.start()) {
      Load load = new Load(bare.url(), options.connections);
      Load.Work work = (wire, _) -> expectNothing(wire.send("GET", "/", "ApiKey none", ""));
      Load.Result _ = load.during(options.warmUp, work);
      return measured("bare JDK server", load, bare.costs(), options.time.dividedBy(2), work);
    }
  }

  private static Measurement measured(
      String what, Load load, ProcessCosts costs, Duration time, Load.Work work)
      throws IOException, InterruptedException {
    double before = costs.cpuSeconds();
    Load.Result result = load.during(time, work);
    return Measurement.of(what, result, costs.cpuSeconds() - before);
  }

  private static Load.Work poll(BenchFleet fleet) {
    return (wire, number) ->
        expectNothing(
            wire.send(
                "GET",
                "/api/v1/ota/devices/" + fleet.id(number) + "/updates/next",
                fleet.authorization(number),
                ""));
  }

  private static void expectNothing(Wire.Reply reply) throws IOException {
    if (reply.status() != NO_CONTENT) {
      throw new IOException("an idle poll was answered with " + reply);
    }
  }
}
