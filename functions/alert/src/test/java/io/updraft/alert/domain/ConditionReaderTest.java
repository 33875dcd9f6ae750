package io.updraft.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.updraft.alert.domain.Condition.Absent;
import io.updraft.alert.domain.Condition.RateOfChange;
import io.updraft.alert.domain.Condition.Threshold;
import io.updraft.alert.domain.ConditionReading.Understood;
import io.updraft.alert.domain.ConditionReading.Wrong;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionReaderTest {
  private static Operand number(String digits) {
    return new Operand.Numeric(new BigDecimal(digits));
  }

  private static ConditionReading read(String text, @Nullable Operand value) {
    return ConditionReader.read(text, value);
  }

  private static Condition alone(String text) {
    return ((Understood) read(text, null)).condition();
  }

  private static Wrong wrong(String text, @Nullable Operand value) {
    return (Wrong) read(text, value);
  }

  @ParameterizedTest
  @CsvSource({
    "> 80, ABOVE",
    ">80, ABOVE",
    "'  <\t80 ', BELOW",
    ">= 80.0, AT_LEAST",
    "<= 8e1, AT_MOST",
    "== 80.00, EQUAL",
    "!=80, UNEQUAL"
  })
  void readsComparisonsOfNumbers(String text, Operator operator) {
    assertThat(alone(text)).isEqualTo(new Threshold(operator, number("80")));
  }

  @ParameterizedTest
  @CsvSource({
    "-0.5, -0.5",
    "1E-3, 0.001",
    "-0, 0",
    "0.1234567890123456789, 0.1234567890123456789",
    "9007199254740993, 9007199254740993",
    "1.7976931348623157e308, 1.7976931348623157E+308",
    "5e-324, 5E-324",
    "10000000000000000000, 10000000000000000000",
    "1e20, 1E+20",
    "007, 7"
  })
  void keepsEveryDigit(String written, String shown) {
    assertThat(alone("> " + written).value().text()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "== on | on",
        "!= door.open | door.open",
        "== überhitzt | überhitzt",
        "== \"on\" | on",
        "== \"80\" | 80",
        "== \"true\" | true",
        "== \"two words\" | two words",
        "== \"a \\\"b\\\" \\\\ c\" | a \"b\" \\ c",
      })
  void readsTexts(String text, String value) {
    assertThat(alone(text).value()).isEqualTo(new Operand.Text(value));
  }

  @Test
  void readsFlags() {
    assertThat(alone("== true")).isEqualTo(new Threshold(Operator.EQUAL, new Operand.Flag(true)));
    assertThat(alone("!=false"))
        .isEqualTo(new Threshold(Operator.UNEQUAL, new Operand.Flag(false)));
  }

  @Test
  void readsSilenceAndRates() {
    assertThat(alone("absent 300")).isEqualTo(new Absent(Duration.ofMinutes(5)));
    assertThat(alone("rate > 0.5")).isEqualTo(new RateOfChange(Operator.ABOVE, 0.5));
    assertThat(alone("rate<=-2")).isEqualTo(new RateOfChange(Operator.AT_MOST, -2));
  }

  @Test
  void takesTheValueFromTheOtherField() {
    assertThat(read(">", number("80"))).isEqualTo(new Understood(alone("> 80")));
    assertThat(read("==", new Operand.Text("80"))).isEqualTo(new Understood(alone("== \"80\"")));
    assertThat(read("==", new Operand.Flag(true))).isEqualTo(new Understood(alone("== true")));
    assertThat(read("absent", number("3e2"))).isEqualTo(new Understood(alone("absent 300")));
    assertThat(read("rate >", number("0.50"))).isEqualTo(new Understood(alone("rate > 0.5")));
  }

  @Test
  void takesAValueTwiceWhereItIsTheSame() {
    assertThat(read("> 80", number("80.0"))).isEqualTo(new Understood(alone("> 80")));

    Wrong wrong = wrong("== \"80\"", number("80"));
    assertThat(wrong.field()).isEqualTo("threshold_value");
    assertThat(wrong.message()).contains("contradicts condition, which says \"80\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "==", "absent", "rate <"})
  void wantsAValue(String text) {
    assertThat(wrong(text, null))
        .isEqualTo(
            new Wrong("threshold_value", "is required where condition has no value, as > 80 has"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "80 | 1 | one of > < >= <= == != absent rate",
        "above 80 | 1 | one of",
        "= 80 | 2 | =",
        "=> 80 | 2 | =",
        "! 80 | 2 | =",
        "> = 80 | 3 | a number, true, false, or a text in double quotes",
        "> +5 | 3 | a number",
        "> 80 90 | 6 | the end",
        "> 80% | 5 | the end",
        "> 1. | 4 | the end",
        "== door open | 9 | the end",
        "== \uD835\uDCB3 \uD835\uDCB3 | 6 | the end",
        "== \"on | 7 | a closing quote",
        "== \"a\\b\" | 7 | a double quote or a backslash",
        "== \"a\tb\" | 4 | a text of 1 to 256 characters",
        "== \"\" | 4 | a text of 1 to 256 characters",
        "== \"  \" | 4 | a text of 1 to 256 characters",
        "> 1e309 | 3 | a number within the range of a double",
        "> 1e99999999999 | 3 | a number within",
        "> 1e-325 | 3 | a number within",
        "rate 5 | 6 | one of > < >= <= == !=",
        "rate | 5 | one of > < >= <= == !=",
        "absent > 5 | 8 | a number",
        "rates > 5 | 1 | one of",
        "ABSENT 300 | 1 | one of"
      })
  void tellsWhereItCantBeRead(String text, int position, String expected) {
    Wrong wrong = wrong(text, null);

    assertThat(wrong.field()).isEqualTo("condition");
    assertThat(wrong.message())
        .startsWith("can't be read at character %d: expected %s".formatted(position, expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> on", "<= true", ">= \"80\"", "< \"2026-01-31\""})
  void ordersNumbersOnly(String text) {
    assertThat(wrong(text, null).field()).isEqualTo("condition");
    assertThat(wrong(text, null).message()).contains("number", "== and != only");
    assertThat(wrong(">", new Operand.Text("80")).field()).isEqualTo("threshold_value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "absent 59",
        "absent 86401",
        "absent 60.5",
        "absent on",
        "absent true",
        "absent 1e30"
      })
  void boundsSilence(String text) {
    assertThat(wrong(text, null).message()).contains("whole seconds of silence from 60 to 86400");
    assertThat(alone("absent 60").value()).isEqualTo(number("60"));
    assertThat(alone("absent 86400").value()).isEqualTo(number("86400"));
  }

  @Test
  void wantsANumberAsRate() {
    assertThat(wrong("rate > fast", null).message()).contains("number of units per second");
    assertThat(wrong("rate >", new Operand.Flag(true)).field()).isEqualTo("threshold_value");
  }

  @Test
  void noConditionIsMadeThatCantBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Threshold(Operator.BELOW, new Operand.Text("a")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Absent(Duration.ofSeconds(59)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Absent(Duration.ofMillis(60_500)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateOfChange(Operator.ABOVE, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> number("1e309"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Operand.Text("\uD835"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Operand.Text("x".repeat(257)));
  }
}
