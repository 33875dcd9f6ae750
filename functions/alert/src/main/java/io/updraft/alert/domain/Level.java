package io.updraft.alert.domain;

/** How bad it is when a rule is broken, the least first. */
public enum Level {
  INFO,
  WARNING,
  ERROR,
  CRITICAL,
  EMERGENCY
}
