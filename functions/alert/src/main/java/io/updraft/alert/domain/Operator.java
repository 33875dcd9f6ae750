package io.updraft.alert.domain;

import java.util.List;

/** How a value is compared with the one that a rule names. Longer signs come before their parts. */
public enum Operator {
  AT_LEAST(">="),
  AT_MOST("<="),
  EQUAL("=="),
  UNEQUAL("!="),
  ABOVE(">"),
  BELOW("<");

  private static final List<Operator> OF_ALL_VALUES = List.of(EQUAL, UNEQUAL);

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** Whether it asks which of two values is larger, which only numbers tell. */
  boolean orders() {
    return !OF_ALL_VALUES.contains(this);
  }

  /**
   * Whether it holds.
   *
   * @param comparison negative, zero or positive, as of a value with that of the rule
   */
  boolean holds(int comparison) {
    return switch (this) {
      case AT_LEAST -> comparison >= 0;
      case AT_MOST -> comparison <= 0;
      case EQUAL -> comparison == 0;
      case UNEQUAL -> comparison != 0;
      case ABOVE -> comparison > 0;
      case BELOW -> comparison < 0;
    };
  }
}
