package io.updraft.alert.domain;

import java.util.List;
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
}
