package io.updraft.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.ConditionReading.Understood;
import io.updraft.alert.domain.ConditionReading.Wrong;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of any condition and of any text. */
class ConditionsByChanceTest {
  private static final int ROUNDS = 20_000;
  private static final List<Operator> OPERATORS = List.of(Operator.values());
  private static final String ALPHABET =
      " \"\\><=!absentrateabstruefals0123456789.eE-+,ä\uD835\uDCB3";

  private final Random random = new Random(20261126);

  @Test
  void whatIsWrittenIsReadAgain() {
    for (int round = 0; round < ROUNDS; round++) {
      Condition condition = condition();
      assertThat(ConditionReader.read(condition.text(), null))
          .as(condition.text())
          .isEqualTo(new Understood(condition));
    }
  }

  @Test
  void whatIsShownInTwoFieldsIsReadAgain() {
    for (int round = 0; round < ROUNDS; round++) {
      Condition condition = condition();
      assertThat(ConditionReader.read(condition.word(), condition.value()))
          .as(condition.text())
          .isEqualTo(new Understood(condition));
    }
  }

  @Test
  void anyTextIsReadOrRefusedWithAPlaceWithinIt() {
    int understood = 0;
    for (int round = 0; round < 10 * ROUNDS; round++) {
      String text = anyText();
      switch (ConditionReader.read(text, null)) {
        case Understood(Condition condition) -> {
          understood++;
          assertThat(ConditionReader.read(condition.text(), null))
              .isEqualTo(new Understood(condition));
        }
        case Wrong wrong -> assertThat(position(wrong)).isBetween(1, length(text) + 1);
      }
    }
    assertThat(understood).isPositive();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** 1 where the text was read and its value is what is wrong. */
  private static int position(Wrong wrong) {
    String digits = wrong.message().replaceFirst("can't be read at character (\\d+):.*", "$1");
    return digits.equals(wrong.message()) ? 1 : Integer.parseInt(digits);
  }

  private String anyText() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "== " : "");
    for (int left = random.nextInt(8); left > 0; left--) {
      int at = ALPHABET.offsetByCodePoints(0, random.nextInt(length(ALPHABET)));
      text.appendCodePoint(ALPHABET.codePointAt(at));
    }
    return text.toString();
  }

  private Condition condition() {
    Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    return switch (random.nextInt(4)) {
      case 0 -> new Condition.Absent(Duration.ofSeconds(random.nextInt(60, 86_401)));
      case 1 -> new Condition.RateOfChange(operator, number().number().doubleValue());
      case 2 -> new Condition.Threshold(operator, number());
      default ->
          new Condition.Threshold(
              random.nextBoolean() ? Operator.EQUAL : Operator.UNEQUAL,
              random.nextInt(10) == 0 ? new Operand.Flag(random.nextBoolean()) : text());
    };
  }

  private Operand.Numeric number() {
    int digits = random.nextInt(1, 40);
    BigInteger unscaled = new BigInteger(3 * digits, random);
    int scale = digits - random.nextInt(-300, 300);
    BigDecimal number = new BigDecimal(unscaled, scale);
    return new Operand.Numeric(random.nextBoolean() ? number : number.negate());
  }

  private Operand.Text text() {
    StringBuilder text = new StringBuilder("x");
    for (int left = random.nextInt(30); left > 0; left--) {
      int at = ALPHABET.offsetByCodePoints(0, random.nextInt(length(ALPHABET)));
      text.appendCodePoint(ALPHABET.codePointAt(at));
    }
    return new Operand.Text(random.nextBoolean() ? text.reverse().toString() : text.toString());
  }
}
