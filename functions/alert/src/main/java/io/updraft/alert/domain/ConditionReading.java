package io.updraft.alert.domain;

/** What became of reading a condition. */
public sealed interface ConditionReading {
  record Understood(Condition condition) implements ConditionReading {}

  /**
   * It is none.
   *
   * @param field the field to correct
   * @param message read after the field's name
   */
  record Wrong(String field, String message) implements ConditionReading {}
}
