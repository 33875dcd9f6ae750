package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.fleet.device.DeviceKeys;
import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.telemetry.Overheating;
import io.updraft.fleet.telemetry.TelemetryFleet;
import io.updraft.fleet.telemetry.TelemetryPlan;
import io.updraft.fleet.telemetry.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of everything while devices send what they measure, more than once. */
@Timeout(300)
class TelemetryKillTest {
  private static final int DEVICES = 30;
  private static final int KILLS = 2;

  /** Answered, of all devices; between two kills. */
  private static final int BATCHES = 8 * DEVICES;

  private static final Duration TO_SEND = Duration.ofSeconds(60);
  private static final Duration TO_JOIN = Duration.ofSeconds(60);

  private static final FleetPlan FLEET =
      new FleetPlan(
          DEVICES,
          "meter",
          "sim-1",
          "meters",
          0,
          0,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          50,
          1);

  private static final TelemetryPlan PLAN =
      new TelemetryPlan(
          Duration.ofMillis(500),
          3,
          Duration.ofMinutes(1),
          0.05,
          0.1,
          0.2,
          DEVICES,
          Overheating.NONE);

  @TempDir Path folder;

  @Test
  void keepsEveryAcknowledgedPointAsItWasSent() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data of the test"))) {
      Operator operator = Operator.of(runtime);
      try (TelemetryFleet fleet = fleet(operator)) {
        fleet.start();
        assertThat(Eventually.read(TO_JOIN, fleet::joined, Boolean::booleanValue)).isTrue();
        for (int i = 0; i < KILLS; i++) {
          awaitBatches(fleet);
          runtime.kill();
          runtime.startAgain();
        }
        awaitBatches(fleet);
        fleet.end(Duration.ofSeconds(30));

        assertThat(fleet.surprises()).isEmpty();
        Verification.Result result =
            new Verification(operator.api(), operator.admin(), operator.patience()).verify(fleet);
        assertThat(result.devices()).isEqualTo(DEVICES);
        assertThat(result.points()).isGreaterThan(DEVICES * 100);
        assertThat(result.differences()).isEmpty();
      }
    }
  }

  private static void awaitBatches(TelemetryFleet fleet) throws Exception {
    long wanted = fleet.figures().batches() + BATCHES;
    long answered =
        Eventually.read(TO_SEND, () -> fleet.figures().batches(), count -> count >= wanted);
    assertThat(answered).isGreaterThanOrEqualTo(wanted);
  }

  private TelemetryFleet fleet(Operator operator) {
    Enrolment enrolment =
        new Enrolment(
            operator.api(),
            operator.admin(),
            DeviceKeys.open(folder.resolve("keys"), "tests"),
            FLEET);
    return new TelemetryFleet(FLEET, PLAN, operator.api(), enrolment, Clock.systemUTC());
  }
}
