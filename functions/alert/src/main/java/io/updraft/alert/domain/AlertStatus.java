package io.updraft.alert.domain;

import java.util.Set;

/** The states of an alert, and what each can become. */
public enum AlertStatus {
  ACTIVE,
  ACKNOWLEDGED,
  SUPPRESSED,
  RESOLVED;

  public Set<AlertStatus> successors() {
    return switch (this) {
      case ACTIVE -> Set.of(ACKNOWLEDGED, SUPPRESSED, RESOLVED);
      case ACKNOWLEDGED -> Set.of(RESOLVED);
      case SUPPRESSED -> Set.of(ACTIVE);
      case RESOLVED -> Set.of();
    };
  }

  /** Whether the incident is still going on, so that no other alert takes its place. */
  public boolean open() {
    return this != RESOLVED;
  }
}
