package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.fleet.device.DeviceKeys;
import io.updraft.fleet.device.DeviceState;
import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.device.Fleet;
import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.device.Workshop;
import io.updraft.fleet.http.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Devices that have joined, and poll until this is closed. */
final class SimulatedFleet implements AutoCloseable {
  static final int SIZE = Integer.getInteger("fleet.devices", 80);
  static final long FIRMWARE_BYTES = Long.getLong("fleet.firmware.kibibytes", 64L) << 10;
  static final String MODEL = "sim-1";
  static final String GROUP = "simulated";
  private static final Duration TO_JOIN = Duration.ofSeconds(60 + SIZE / 5);

  private final FleetPlan plan;
  private final Operator operator;
  private final Fleet fleet;

  private SimulatedFleet(FleetPlan plan, Operator operator, Path keys) {
    this.plan = plan;
    this.operator = operator;
    this.fleet =
        new Fleet(
            plan,
            operator.api(),
            new Enrolment(operator.api(), operator.admin(), DeviceKeys.open(keys, "tests"), plan),
            new Workshop(
                operator.store(), operator.traffic(), operator.patience(), plan.installTime()));
  }

  /**
   * Makes the devices, and returns when all are in the registry.
   *
   * @param failShare the share whose installations fail, 0..1
   * @param breakShare the share whose downloads break once, 0..1
   * @param keys the file for the keys of the devices
   */
  static SimulatedFleet join(Operator operator, double failShare, double breakShare, Path keys)
      throws Exception {
    FleetPlan plan =
        new FleetPlan(
            SIZE,
            "dev",
            MODEL,
            GROUP,
            failShare,
            breakShare,
            // So that polls alone don't occupy a small machine.
            Duration.ofMillis(Math.max(400, SIZE * 4)),
            Duration.ofMillis(300),
            200,
            1);
    SimulatedFleet joining = new SimulatedFleet(plan, operator, keys);
    try {
      joining.fleet.start();
      int left =
          Eventually.read(
              TO_JOIN, () -> joining.fleet.count(DeviceState.JOINING), count -> count == 0);
      assertThat(left).as("devices that have not joined").isZero();
      return joining;
    } catch (Exception | AssertionError e) {
      joining.close();
      throw e;
    }
  }

  FleetPlan plan() {
    return plan;
  }

  Traffic.Figures traffic() {
    return operator.traffic().figures();
  }

  int count(DeviceState state) {
    return fleet.count(state);
  }

  /** How many devices run each version, as they know it themselves. */
  Map<String, Integer> versions() {
    return fleet.versions();
  }

  /** Devices hear of the end of an update last: their report of it may still be on its way. */
  void assertEndedAsPlanned() throws Exception {
    boolean _ = Eventually.read(Duration.ofSeconds(20), fleet::ended, Boolean::booleanValue);
    assertThat(fleet.surprises()).as("devices that are not as they were made").isEmpty();
    assertThat(count(DeviceState.FAILED)).isEqualTo(plan.failures());
    assertThat(count(DeviceState.COMPLETED)).isEqualTo(plan.size() - plan.failures());
  }

  @Override
  public void close() {
    fleet.close();
  }
}
