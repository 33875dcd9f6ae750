package io.updraft.telemetry.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void leavesOutCommentsAndBlankLinesButCountsThem() {
    assertThat(linesOf("a f=1\r\n\n  # a \"comment\n   \nb f=2\n"))
        .containsExactly(new NumberedLine(1, "a f=1"), new NumberedLine(5, "b f=2"));
  }

  @Test
  void aTextGoesOnOverTheEndOfALine() {
    assertThat(linesOf("a f=\"one\ntwo \\\" \\\\\" 1\nb f=\"\"\n\nc f=3"))
        .containsExactly(
            new NumberedLine(1, "a f=\"one\ntwo \\\" \\\\\" 1"),
            new NumberedLine(3, "b f=\"\""),
            new NumberedLine(5, "c f=3"));
  }

  @Test
  void anOpenQuoteTakesNoOtherLineAlong() {
    assertThat(linesOf("a f=\"open\nb f=2\nc f=3"))
        .containsExactly(
            new NumberedLine(1, "a f=\"open"),
            new NumberedLine(2, "b f=2"),
            new NumberedLine(3, "c f=3"));
  }

  @Test
  void quotesOutsideValuesMeanNothing() {
    assertThat(linesOf("a\",t=\" f\"=1\nb\\ =\" f\\=\"=2\nc f=3"))
        .containsExactly(
            new NumberedLine(1, "a\",t=\" f\"=1"),
            new NumberedLine(2, "b\\ =\" f\\=\"=2"),
            new NumberedLine(3, "c f=3"));
  }

  @Test
  void nothingIsNoLine() {
    assertThat(linesOf("")).isEmpty();
    assertThat(linesOf("\n\n")).isEmpty();
  }

  private static List<NumberedLine> linesOf(String body) {
    List<NumberedLine> lines = new ArrayList<>();
    Lines.each(body, lines::add);
    return lines;
  }
}
