package io.updraft.alert.domain;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;

/**
 * A threshold made ready to be compared with many values. Nearly always the nearest doubles tell
 * which number is larger; only where they are the same, all digits are looked at.
 */
final class Comparison {
  private final Operator operator;
  private final Operand operand;
  private final double nearest;

  Comparison(Condition.Threshold threshold) {
    this.operator = threshold.operator();
    this.operand = threshold.value();
    this.nearest =
        operand instanceof Operand.Numeric(BigDecimal number) ? number.doubleValue() : Double.NaN;
  }

  /** Whether a value of the same type compares so; one of another type never does. */
  boolean holds(Value value) {
    return switch (value) {
      case Value.Numeric number ->
          operand instanceof Operand.Numeric(BigDecimal exact)
              && operator.holds(compare(number, exact));
      case Value.Text(String text) ->
          operand instanceof Operand.Text(String other) && operator.holds(same(text.equals(other)));
      case Value.Flag(boolean flag) ->
          operand instanceof Operand.Flag(boolean other) && operator.holds(same(flag == other));
      case Value.Json _ -> false;
    };
  }

  /** Whether some number between the two can compare so, both included. */
  boolean mayHold(double least, double most) {
    return switch (operator) {
      case ABOVE, AT_LEAST -> most >= nearest;
      case BELOW, AT_MOST -> least <= nearest;
      case EQUAL -> least <= nearest && nearest <= most;
      case UNEQUAL -> true;
    };
  }

  boolean ofNumbers() {
    return operand instanceof Operand.Numeric;
  }

  private int compare(Value.Numeric number, BigDecimal exact) {
    // Of the two zeros there is but one here.
    int rough = Double.compare(number.asDouble() + 0.0, nearest + 0.0);
    return rough == 0 ? Numbers.exact(number).compareTo(exact) : rough;
  }

  private static int same(boolean same) {
    return same ? 0 : 1;
  }
}
