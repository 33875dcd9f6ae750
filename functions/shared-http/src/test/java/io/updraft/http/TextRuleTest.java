package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextRuleTest {
  private final TextRule rule = new TextRule(1, 3);

  @Test
  void countsCodePoints() {
    assertThat(rule.complaint("🚀🚀🚀")).isEmpty();
    assertThat(rule.complaint("🚀🚀🚀🚀")).contains("must have 1 to 3 characters, not 4");
    assertThat(new TextRule(2, 3).complaint("a")).contains("must have 2 to 3 characters, not 1");
  }

  @Test
  void blankIsRightOnlyWhereTheMinimumIsZero() {
    for (String blank : List.of("", "  ", "\n")) {
      assertThat(rule.complaint(blank)).contains("must not be blank");
      assertThat(new TextRule(0, 3).complaint(blank)).isEmpty();
    }
  }

  @Test
  void refusesControlCharactersAndHalvesOfPairs() {
    assertThat(rule.complaint("a\n\t")).isEmpty();
    for (String odd : List.of("\u0000", "\u001b", "\u007f", "\u0085", "\ud83d", "\ude80")) {
      assertThat(rule.complaint("a" + odd)).contains("must not contain control characters");
    }
  }
}
