package io.updraft.alert.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules on silence that are new: each of their devices is to be watched, also one that never sends
 * anything again. Written with the rule; how far that has come is kept, so that it goes on where it
 * ended.
 */
public interface Enrolments {
  Optional<Enrolment> find(String organization, RuleId rule);

  /** Notes how far it has come; it goes on at the time given, unless the rule has changed. */
  void advance(Enrolment from, String reached, Instant due);

  /** Ends it, unless the rule has changed. */
  void end(Enrolment enrolment);

  /**
   * How far it has come.
   *
   * @param reached the last device that is watched; null at the beginning
   */
  record Enrolment(String organization, RuleId rule, long ruleVersion, @Nullable String reached) {}
}
