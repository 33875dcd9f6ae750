package io.updraft.alert.domain;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What breaks a rule. Written as a word and a value: {@code >} and 80, {@code absent} and 300,
 * {@code rate >} and 0.5.
 */
public sealed interface Condition {
  /** What is written before the value. */
  String word();

  /** The value that it names: what is compared with, or seconds, or units per second. */
  Operand value();

  /** In one line, from which {@link ConditionReader} reads the same condition. */
  default String text() {
    return word() + " " + Quotes.operand(value());
  }

  /** A point whose value compares so; only numbers are larger and smaller. */
  record Threshold(Operator operator, Operand value) implements Condition {
    public Threshold {
      if (!fits(operator, value)) {
        throw new IllegalArgumentException(operator + " compares numbers");
      }
    }

    /** Whether a value breaks it; made once for many values. */
    public Predicate<Value> test() {
      return new Comparison(this)::holds;
    }

    static boolean fits(Operator operator, Operand value) {
      return value instanceof Operand.Numeric || !operator.orders();
    }

    @Override
    public String word() {
      return operator.sign();
    }
  }

  /**
   * No point for so long.
   *
   * @param silent whole seconds
   */
  record Absent(Duration silent) implements Condition {
    static final String WORD = "absent";
    static final long LEAST_SECONDS = 60;
    static final long MOST_SECONDS = 86_400;

    public Absent {
      long seconds = silent.toSeconds();
      if (seconds < LEAST_SECONDS
          || seconds > MOST_SECONDS
          || !silent.equals(Duration.ofSeconds(seconds))) {
        throw new IllegalArgumentException("silent for " + silent);
      }
    }

    @Override
    public String word() {
      return WORD;
    }

    @Override
    public Operand value() {
      return new Operand.Numeric(BigDecimal.valueOf(silent.toSeconds()));
    }
  }

  /** Two points of numbers that are so far apart for their distance in time. */
  record RateOfChange(Operator operator, double perSecond) implements Condition {
    static final String WORD = "rate";

    public RateOfChange {
      if (!Double.isFinite(perSecond)) {
        throw new IllegalArgumentException("a rate of " + perSecond);
      }
      perSecond += 0.0; // no negative zero, which would be another record
    }

    @Override
    public String word() {
      return WORD + " " + operator.sign();
    }

    @Override
    public Operand value() {
      return Operand.Numeric.of(perSecond);
    }
  }
}
