package io.updraft.alert.domain;

import java.time.Instant;
import java.util.List;

/**
 * How an alert went so far.
 *
 * @param triggeredAt when it was found that the rule is broken
 * @param first own time of the first point that broke it, in nanoseconds since the epoch
 * @param last own time of the latest such point
 * @param violations how many such points there were; a point that comes after a later one is not
 *     counted
 * @param currentValue the value of the latest such point, as text
 */
public record Course(
    Instant triggeredAt, long first, long last, long violations, String currentValue) {

  /** With the breaches that are later than what is known; the same where none is. */
  public Course with(List<Breach> breaches) {
    List<Breach> later = breaches.stream().filter(breach -> breach.time() > last).toList();
    return later.isEmpty()
        ? this
        : new Course(
            triggeredAt,
            first,
            later.getLast().time(),
            violations + later.size(),
            later.getLast().value());
  }
}
