package io.updraft.campaign.memory;

import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The devices of one organization in memory. */
public final class MemoryFleet implements DeviceDirectory {
  private final Map<String, DeviceFacts> devices = new TreeMap<>();
  private final Map<String, TreeSet<String>> groups = new TreeMap<>();
  private final MemoryUpdates updates;
  private final Runnable turn;

  public MemoryFleet(MemoryUpdates updates) {
    this(updates, () -> {});
  }

  public MemoryFleet(MemoryUpdates updates, Runnable turn) {
    this.updates = updates;
    this.turn = turn;
  }

  /** Adds a device of the model "pump" with hardware 1.0.0 and firmware 1.0.0. */
  public MemoryFleet add(String deviceId, String... inGroups) {
    return add(deviceId, "pump", Version.of("1.0.0"), Version.of("1.0.0"), inGroups);
  }

  public MemoryFleet add(
      String deviceId,
      @Nullable String model,
      @Nullable Version hardware,
      @Nullable Version firmware,
      String... inGroups) {
    return add(
        new DeviceFacts(
            deviceId,
            model,
            hardware,
            firmware,
            null,
            List.of(inGroups),
            "active",
            Map.of(),
            List.of()));
  }

  /** Adds a device, as a member of its groups. */
  public MemoryFleet add(DeviceFacts device) {
    devices.put(device.deviceId(), device);
    for (String group : device.groups()) {
      groups.computeIfAbsent(group, g -> new TreeSet<>()).add(device.deviceId());
    }
    return this;
  }

  public void remove(String deviceId) {
    devices.remove(deviceId);
  }

  /** The device runs that version now. */
  public void runs(String deviceId, String version) {
    devices.computeIfPresent(deviceId, (id, d) -> facts(d, Version.of(version), List.of()));
  }

  @Override
  public List<DeviceFacts> find(String organization, List<String> deviceIds) {
    turn.run();
    List<DeviceFacts> found = new ArrayList<>();
    for (String id : deviceIds) {
      DeviceFacts d = devices.get(id);
      if (d != null) {
        found.add(facts(d, d.firmwareVersion(), updates.heldBy(organization, id)));
      }
    }
    return found;
  }

  private static DeviceFacts facts(
      DeviceFacts device, @Nullable Version firmware, List<DeviceFacts.Held> held) {
    return new DeviceFacts(
        device.deviceId(),
        device.model(),
        device.hardwareVersion(),
        firmware,
        device.owner(),
        device.groups(),
        device.status(),
        device.attributes(),
        held);
  }

  @Override
  public Ids members(String organization, String group, @Nullable String after, int limit) {
    turn.run();
    return page(groups.getOrDefault(group, new TreeSet<>()), after, limit);
  }

  @Override
  public Ids ofModel(String organization, String model, @Nullable String after, int limit) {
    turn.run();
    TreeSet<String> ids = new TreeSet<>();
    devices.values().stream()
        .filter(d -> model.equals(d.model()))
        .forEach(d -> ids.add(d.deviceId()));
    return page(ids, after, limit);
  }

  private static Ids page(NavigableSet<String> ids, @Nullable String after, int limit) {
    List<String> page =
        (after == null ? ids : ids.tailSet(after, false)).stream().limit(limit).toList();
    boolean last = page.isEmpty() || page.getLast().equals(ids.last());
    return new Ids(page, last ? null : page.getLast());
  }

  @Override
  public long countMembers(String organization, String group) {
    return groups.getOrDefault(group, new TreeSet<>()).size();
  }

  @Override
  public long countOfModel(String organization, String model) {
    return devices.values().stream().filter(d -> model.equals(d.model())).count();
  }
}
