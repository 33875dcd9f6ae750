package io.updraft.alert.domain;

import org.jspecify.annotations.Nullable;

/** What the text of a condition says; null where it leaves the value to another field. */
sealed interface ParsedCondition {
  record Comparison(Operator operator, @Nullable Operand value) implements ParsedCondition {}

  record Silence(@Nullable Operand value) implements ParsedCondition {}

  record Change(Operator operator, @Nullable Operand value) implements ParsedCondition {}

  /**
   * It is no condition.
   *
   * @param position of the first character that does not belong there, from 1
   */
  record Unparseable(int position, String expected) implements ParsedCondition {}
}
