package io.updraft.campaign.domain;

import java.util.Locale;

/** In which order and at which pace the targets are released. */
public enum DeploymentStrategy {
  IMMEDIATE,
  SCHEDULED,
  STAGED,
  CANARY,
  BLUE_GREEN;

  /** As it is written in items, events and answers: {@code blue_green}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static DeploymentStrategy ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
