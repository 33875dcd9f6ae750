package io.updraft.telemetry.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {
  @Test
  void readsAllParts() throws BadLine {
    assertThat(
            LineParser.read("weather,site=north,room=a temp=21.5,wet=f,n=3i 1700000000000000001"))
        .isEqualTo(
            new Line(
                "weather",
                Map.of("site", "north", "room", "a"),
                List.of(
                    new Line.Field("temp", new Value.Decimal(21.5)),
                    new Line.Field("wet", new Value.Flag(false)),
                    new Line.Field("n", new Value.Whole(3))),
                1700000000000000001L));
  }

  @Test
  void needsNeitherTagsNorTime() throws BadLine {
    assertThat(LineParser.read("m   value=1   "))
        .isEqualTo(
            new Line("m", Map.of(), List.of(new Line.Field("value", new Value.Decimal(1))), null));
  }

  @Test
  void undoesEscapesWhereTheyMeanSomething() throws BadLine {
    assertThat(
            LineParser.read(
                "my\\,\\ m\\=,t\\ \\,\\=g=v\\ \\,\\=,x=C:\\dir f\\=\\ \\,=\"a\\\"b\\\\c\\d, =\" -5"))
        .isEqualTo(
            new Line(
                "my, m\\=",
                Map.of("t ,=g", "v ,=", "x", "C:\\dir"),
                List.of(new Line.Field("f= ,", new Value.Text("a\"b\\c\\d, ="))),
                -5L));
  }

  @Test
  void readsEveryKindOfNumber() throws BadLine {
    assertThat(value("-0.0")).isEqualTo(new Value.Decimal(-0.0));
    assertThat(value("+1.")).isEqualTo(new Value.Decimal(1));
    assertThat(value(".5e-3")).isEqualTo(new Value.Decimal(.0005));
    assertThat(value("1.7976931348623157E308")).isEqualTo(new Value.Decimal(Double.MAX_VALUE));
    assertThat(value("-9223372036854775808i")).isEqualTo(new Value.Whole(Long.MIN_VALUE));
    assertThat(value("9223372036854775807u")).isEqualTo(new Value.Whole(Long.MAX_VALUE));
    assertThat(value("9223372036854775808u"))
        .isEqualTo(new Value.Exact(new BigDecimal("9223372036854775808")));
    assertThat(value("18446744073709551615u"))
        .isEqualTo(new Value.Exact(new BigDecimal("18446744073709551615")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "T", "true", "True", "TRUE"})
  void readsTrue(String text) throws BadLine {
    assertThat(value(text)).isEqualTo(new Value.Flag(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "nan",
        "Inf",
        "-Infinity",
        "1e999",
        "0x10",
        "1d",
        "1f",
        "1_000",
        "--1",
        ".",
        "",
        "i",
        "9223372036854775808i",
        "18446744073709551616u",
        "-1u",
        "1.5i",
        "tRue",
        "abc",
        "'a'",
        "１"
      })
  void refusesWhatIsNoValue(String text) {
    assertThatThrownBy(() -> value(text))
        .isInstanceOf(BadLine.class)
        .hasMessage("no value that its type holds at column 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "m                | no field at column 2",
        "m,               | no tag at column 3",
        "m,a              | no '=' after the tag at column 4",
        "m,a=             | no value of the tag at column 5",
        "m,a= f=1         | no value of the tag at column 5",
        "m,a=1=2 f=1      | an '=' without a backslash at column 6",
        "m,a=1,a=2 f=1    | the tag is there twice at column 7",
        ",a=1 f=1         | no measurement at column 1",
        "m f              | no '=' after the field at column 4",
        "m f=1,           | no field at column 7",
        "m f=\"x          | a quote that is not closed at column 5",
        "m f=\"x\"y       | no time in whole units of the precision at column 8",
        "m f=1 1.5        | no time in whole units of the precision at column 7",
        "m f=1 1 1        | no time in whole units of the precision at column 7",
        "m f=1 9223372036854775808 | no time in whole units of the precision at column 7",
      })
  void tellsWhatIsWrongAndWhere(String line, String message) {
    assertThatThrownBy(() -> LineParser.read(line)).isInstanceOf(BadLine.class).hasMessage(message);
  }

  private static Value value(String text) throws BadLine {
    return LineParser.read("m f=" + text).fields().getFirst().value();
  }
}
