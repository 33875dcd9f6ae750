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
}
