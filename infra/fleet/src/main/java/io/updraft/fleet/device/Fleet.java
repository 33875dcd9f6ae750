package io.updraft.fleet.device;

import io.updraft.fleet.http.Api;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All devices, each in a virtual thread of its own. */
public final class Fleet implements AutoCloseable {
  private final List<SimulatedDevice> devices = new ArrayList<>();
  private final double rate;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public Fleet(FleetPlan plan, Api api, Enrolment enrolment, Workshop workshop) {
    rate = plan.rate();
    List<String> ids = plan.ids();
    List<Traits> traits = plan.traits();
    for (int i = 0; i < ids.size(); i++) {
      Line line = new Line(api, ids.get(i), enrolment.credentials(ids.get(i)));
      devices.add(
          new SimulatedDevice(
              ids.get(i), traits.get(i), line, enrolment, workshop, plan.pollInterval()));
    }
  }

  /** Lets the devices join one after another; returns at once. */
  public void start() {
    threads.execute(new Ramp(devices, rate, threads));
  }

  /** How many devices are in each state; states without any are left out. */
  public Map<DeviceState, Integer> states() {
    Map<DeviceState, Integer> states = new EnumMap<>(DeviceState.class);
    devices.forEach(device -> states.merge(device.state(), 1, Integer::sum));
    return states;
  }

  /** How many devices run each version. */
  public Map<String, Integer> versions() {
    Map<String, Integer> versions = new TreeMap<>();
    devices.forEach(device -> versions.merge(device.version(), 1, Integer::sum));
    return versions;
  }

  /** How many devices run another version than when they joined. */
  public long changed() {
    return devices.stream().filter(SimulatedDevice::changed).count();
  }

  public int count(DeviceState state) {
    return states().getOrDefault(state, 0);
  }

  public int size() {
    return devices.size();
  }

  /** Whether the update of each device, broken ones aside, has ended. */
  public boolean ended() {
    return devices.stream()
        .map(SimulatedDevice::state)
        .allMatch(state -> state.ended() || state == DeviceState.BROKEN);
  }

  /** Whether some device is in the middle of an update. */
  public boolean atWork() {
    return devices.stream().anyMatch(device -> device.state().atWork());
  }

  /** What devices did that they were not made for. */
  public Stream<String> surprises() {
    return devices.stream().flatMap(device -> device.surprise().stream());
  }

  /** Stops all devices where they are, and waits for a moment until they have. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      var _ = threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
