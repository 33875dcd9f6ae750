package io.updraft.device.domain;

import java.util.List;

/** What the device runs before and after the installation. */
public record Commands(List<String> before, List<String> after) {
  public static final Commands NONE = new Commands(List.of(), List.of());

  public Commands {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  public boolean none() {
    return before.isEmpty() && after.isEmpty();
  }
}
