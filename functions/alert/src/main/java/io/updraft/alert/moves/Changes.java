package io.updraft.alert.moves;

import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.events.AlertRuleCreated;
import io.updraft.events.AlertRuleDeleted;
import io.updraft.events.AlertRuleEvent;
import io.updraft.events.AlertRuleUpdated;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import java.time.Instant;
import java.util.Locale;

/** Makes the changes of rules, each with the event that announces it. */
public final class Changes {
  private final NewIds ids;

  public Changes(NewIds ids) {
    this.ids = ids;
  }

  public RuleChange created(RuleTerms terms, boolean enabled, Author by) {
    Rule rule =
        new Rule(
            by.organization(),
            ids.rule(by.at()),
            terms,
            enabled,
            by.user(),
            by.at(),
            by.at(),
            by.user(),
            by.at(),
            1);
    return new RuleChange.Created(rule, envelope(created(rule), by, 1));
  }

  private static AlertRuleCreated created(Rule rule) {
    RuleTerms terms = rule.terms();
    return new AlertRuleCreated(
        rule.id().text(),
        terms.name(),
        terms.metricName(),
        terms.condition().word(),
        terms.condition().value().text(),
        terms.level().name().toLowerCase(Locale.ROOT),
        rule.enabled(),
        rule.createdBy(),
        rule.createdAt());
  }

  public RuleChange replaced(Rule before, RuleTerms terms, boolean enabled, Author by) {
    Rule rule =
        new Rule(
            before.organization(),
            before.id(),
            terms,
            enabled,
            before.createdBy(),
            before.createdAt(),
            editedAt(before, by),
            by.user(),
            by.at(),
            before.version() + 1);
    AlertRuleUpdated event =
        new AlertRuleUpdated(rule.id().text(), terms.name(), by.user(), by.at());
    return new RuleChange.Replaced(before, rule, envelope(event, by, rule.version()));
  }

  /** The system only takes devices out, so that the others mean what they meant before. */
  private static Instant editedAt(Rule before, Author by) {
    return by.user().equals(Event.SYSTEM) ? before.editedAt() : by.at();
  }

  public RuleChange deleted(Rule rule, Author by) {
    AlertRuleDeleted event =
        new AlertRuleDeleted(rule.id().text(), rule.terms().name(), by.user(), by.at());
    return new RuleChange.Deleted(
        rule, by.user(), by.at(), envelope(event, by, rule.version() + 1));
  }

  private Envelope envelope(AlertRuleEvent event, Author by, long version) {
    return Envelope.of(event, by.origin(), version, ids.event());
  }
}
