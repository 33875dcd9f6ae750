package io.updraft.alert.domain;

import io.updraft.alert.domain.ConditionReading.Understood;
import io.updraft.alert.domain.ConditionReading.Wrong;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions in both writings: {@code > 80} alone, or {@code >} with the value in a field of
 * its own. Where both have a value, it must be the same.
 */
public final class ConditionReader {
  public static final String CONDITION = "condition";
  public static final String VALUE = "threshold_value";

  private ConditionReader() {}

  /**
   * The condition that a text and a value are.
   *
   * @param value null where the text has it
   */
  public static ConditionReading read(String text, @Nullable Operand value) {
    return switch (ConditionParser.parse(text)) {
      case ParsedCondition.Unparseable(int position, String expected) ->
          new Wrong(
              CONDITION,
              "can't be read at character %d: expected %s".formatted(position, expected));
      case ParsedCondition.Comparison(Operator operator, Operand written) ->
          with(written, value, (field, operand) -> threshold(field, operator, operand));
      case ParsedCondition.Silence(Operand written) ->
          with(written, value, ConditionReader::absent);
      case ParsedCondition.Change(Operator operator, Operand written) ->
          with(written, value, (field, operand) -> rate(field, operator, operand));
    };
  }

  private static ConditionReading with(
      @Nullable Operand written,
      @Nullable Operand given,
      BiFunction<String, Operand, ConditionReading> condition) {
    if (written == null) {
      return given == null
          ? new Wrong(VALUE, "is required where condition has no value, as > 80 has")
          : condition.apply(VALUE, given);
    }
    return given == null || given.equals(written)
        ? condition.apply(CONDITION, written)
        : new Wrong(
            VALUE,
            "contradicts condition, which says %s; leave one of them out"
                .formatted(Quotes.operand(written)));
  }

  private static ConditionReading threshold(String field, Operator operator, Operand operand) {
    return Condition.Threshold.fits(operator, operand)
        ? new Understood(new Condition.Threshold(operator, operand))
        : new Wrong(
            field,
            "must have a number to compare with by %s; texts, true and false go with == and != only"
                .formatted(operator.sign()));
  }

  private static ConditionReading absent(String field, Operand operand) {
    if (operand instanceof Operand.Numeric(BigDecimal seconds)
        && seconds.scale() <= 0
        && seconds.compareTo(BigDecimal.valueOf(Condition.Absent.LEAST_SECONDS)) >= 0
        && seconds.compareTo(BigDecimal.valueOf(Condition.Absent.MOST_SECONDS)) <= 0) {
      Duration silent = Duration.ofSeconds(seconds.longValueExact());
      return new Understood(new Condition.Absent(silent));
    }
    return new Wrong(
        field,
        "must have whole seconds of silence from %d to %d after absent"
            .formatted(Condition.Absent.LEAST_SECONDS, Condition.Absent.MOST_SECONDS));
  }

  private static ConditionReading rate(String field, Operator operator, Operand operand) {
    return operand instanceof Operand.Numeric(BigDecimal perSecond)
        ? new Understood(new Condition.RateOfChange(operator, perSecond.doubleValue()))
        : new Wrong(field, "must have a number of units per second to compare the rate with");
  }
}
