package io.updraft.alert.domain;

import io.updraft.device.published.DeviceFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a rule: those of the ids, the members of the groups, and those that match the
 * filter; all devices where none of the three is given.
 */
public record RuleDevices(List<String> ids, List<String> groups, @Nullable DeviceFilter filter) {
  public static final RuleDevices ALL = new RuleDevices(List.of(), List.of(), null);

  public RuleDevices {
    ids = List.copyOf(ids);
    groups = List.copyOf(groups);
  }

  /** Whether the ids alone tell which they are. */
  public boolean onlyNamed() {
    return !ids.isEmpty() && groups.isEmpty() && filter == null;
  }

  /**
   * Whether the device is one of them.
   *
   * @param registry what is known of the device; asked only where the ids don't tell
   */
  public boolean include(String deviceId, Supplier<Optional<DeviceFacts>> registry) {
    return equals(ALL)
        || ids.contains(deviceId)
        || (!onlyNamed() && registry.get().filter(this::describes).isPresent());
  }

  /** The same without one that is named. */
  public RuleDevices without(String deviceId) {
    List<String> others = ids.stream().filter(id -> !id.equals(deviceId)).toList();
    return new RuleDevices(others, groups, filter);
  }

  private boolean describes(DeviceFacts device) {
    return device.groups().stream().anyMatch(groups::contains)
        || (filter != null && filter.matches(device));
  }
}
