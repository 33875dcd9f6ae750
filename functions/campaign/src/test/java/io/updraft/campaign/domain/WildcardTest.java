package io.updraft.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WildcardTest {
  @Test
  void matchesAsTheRegularExpressionWould() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*", 8);
      String text = text(random, "ab", 10);
      assertThat(new Wildcard(pattern).matches(text))
          .as(pattern + " on " + text)
          .isEqualTo(expression(pattern).matcher(text).matches());
    }
  }

  private static Pattern expression(String pattern) {
    return Pattern.compile(
        Arrays.stream(pattern.split("", -1))
            .map(c -> c.equals("*") ? ".*" : c)
            .collect(Collectors.joining()));
  }

  private static String text(Random random, String alphabet, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, alphabet.length())
        .mapToObj(i -> alphabet.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
