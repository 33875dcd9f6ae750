package io.updraft.alert.deleted;

import io.updraft.alert.domain.Attempts;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleDevices;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Rules.Stored;
import io.updraft.alert.moves.Author;
import io.updraft.alert.moves.Changes;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes devices and users out of rules, a page of rules at a time. */
final class LeaveRules {
  private static final int PAGE = 200;
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final Rules rules;
  private final Changes changes;
  private final Clock clock;

  LeaveRules(Rules rules, NewIds ids, Clock clock) {
    this.rules = rules;
    this.changes = new Changes(ids);
    this.clock = clock;
  }

  /**
   * Disables rules that name this device only, and takes it out of others that name it. What a
   * person has written after the deletion can only mean another device of the same id; that the
   * system has written a rule, for the deletion of another device, tells nothing.
   *
   * @param place the rule after which the page begins, or null
   * @return the last rule of the page; null where no more follow
   */
  @Nullable String withoutDevice(
      String deviceId, Instant deletion, Origin origin, @Nullable String place) {
    return page(
        origin,
        place,
        rule ->
            rule.terms().devices().ids().contains(deviceId) && rule.editedAt().isBefore(deletion),
        rule -> withoutDevice(rule, deviceId, origin));
  }

  private boolean withoutDevice(Rule rule, String deviceId, Origin origin) {
    RuleDevices others = rule.terms().devices().without(deviceId);
    boolean only = others.equals(RuleDevices.ALL);
    RuleTerms terms = only ? rule.terms() : rule.terms().of(others);
    boolean enabled = rule.enabled() && !only;
    return (only && !rule.enabled()) || changed(rule, terms, enabled, origin);
  }

  /** Disables the rules of the user, and forgets who it was. */
  @Nullable String withoutUser(String user, Origin origin, @Nullable String place) {
    return page(
        origin,
        place,
        rule -> rule.createdBy().equals(user) || rule.updatedBy().equals(user),
        rule -> withoutUser(rule, user, origin));
  }

  private boolean withoutUser(Rule rule, String user, Origin origin) {
    if (rule.createdBy().equals(user) && rule.enabled()) {
      // The change is that of the system; the names are left to the next attempt.
      changed(rule, rule.terms(), false, origin);
      return false;
    }
    return rules.rename(rule, known(rule.createdBy(), user), known(rule.updatedBy(), user));
  }

  private static String known(String name, String user) {
    return name.equals(user) ? Event.DELETED_USER : name;
  }

  private boolean changed(Rule rule, RuleTerms terms, boolean enabled, Origin origin) {
    Author system = new Author(origin, Event.SYSTEM, clock.instant());
    RuleChange change = changes.replaced(rule, terms, enabled, system);
    return rules.commit(change) == Stored.DONE;
  }

  private interface Work {
    /** Whether nothing is left to do; otherwise the rule is looked at again. */
    boolean done(Rule rule);
  }

  private @Nullable String page(
      Origin origin, @Nullable String place, Predicate<Rule> concerned, Work work) {
    String organization = origin.organizationId();
    RuleId after = place == null ? null : new RuleId(place);
    List<Rule> page = rules.browse(organization, after, PAGE);
    page.stream().filter(concerned).forEach(rule -> leave(rule, concerned, work));
    return page.size() < PAGE ? null : page.getLast().id().text();
  }

  private void leave(Rule found, Predicate<Rule> concerned, Work work) {
    Optional<Boolean> left =
        Attempts.until(
            () ->
                rules
                    .find(found.organization(), found.id())
                    .filter(concerned)
                    .map(rule -> Optional.of(true).filter(_ -> work.done(rule)))
                    .orElseGet(() -> Optional.of(true)));
    if (left.isEmpty()) {
      throw new DependencyUnavailable("A rule that others keep changing", COME_BACK, null);
    }
  }
}
