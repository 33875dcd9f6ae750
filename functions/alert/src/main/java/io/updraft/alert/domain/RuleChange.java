package io.updraft.alert.domain;

import io.updraft.events.Envelope;
import java.time.Instant;

/** A change of one rule, with the event that announces it; its sequence is the rule's version. */
public sealed interface RuleChange {
  Rule rule();

  Envelope event();

  /** By how much the number of rules grows. */
  int more();

  record Created(Rule rule, Envelope event) implements RuleChange {
    @Override
    public int more() {
      return 1;
    }
  }

  /**
   * The rule says something else, or is enabled or disabled.
   *
   * @param before what it was decided on
   * @param rule of the next version
   */
  record Replaced(Rule before, Rule rule, Envelope event) implements RuleChange {
    @Override
    public int more() {
      return 0;
    }
  }

  /**
   * The rule goes; that there was one is remembered.
   *
   * @param rule what it was decided on
   */
  record Deleted(Rule rule, String by, Instant at, Envelope event) implements RuleChange {
    @Override
    public int more() {
      return -1;
    }
  }
}
