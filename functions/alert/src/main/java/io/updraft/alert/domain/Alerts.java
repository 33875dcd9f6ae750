package io.updraft.alert.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps alerts; there is at most one open alert of a rule and device. */
public interface Alerts {
  /** Strongly consistent. */
  Optional<Alert> find(String organization, AlertId id);

  /** Writes and announces an alert that begins, unless something speaks against it. */
  Opened open(Opening opening);

  /**
   * Writes how an alert goes on; announces nothing.
   *
   * @param before as it was read
   * @return false where somebody else was first, or the alert is resolved
   */
  boolean goOn(Alert before, Course now);

  /**
   * Writes and announces a move; a resolved alert makes room for the next one of its rule and
   * device.
   *
   * @return false where somebody else was first, or where a violation has come before a resolution
   */
  boolean move(AlertChange change);

  /** Sets anew when the alert is looked at, null for never, unless it has moved. */
  void putOff(Alert alert, @Nullable Instant due);

  /** How the beginning of an alert ended. */
  enum Opened {
    DONE,
    /** Somebody else was first: judge again. */
    OVERTAKEN,
    /** A rule of the organization has changed: read the rules again. */
    RULES_CHANGED,
    /** The device was deleted after what broke the rule was taken in. */
    DEVICE_DELETED
  }
}
