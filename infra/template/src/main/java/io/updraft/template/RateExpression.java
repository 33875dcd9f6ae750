package io.updraft.template;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions such as {@code rate(5 minutes)}; those of {@code cron} are not read. */
final class RateExpression {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");

  private RateExpression() {}

  static Optional<Duration> parse(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (!rate.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(rate.group(1));
    return Optional.of(
            switch (rate.group(2)) {
              case "minute" -> Duration.ofMinutes(count);
              case "hour" -> Duration.ofHours(count);
              default -> Duration.ofDays(count);
            })
        .filter(Duration::isPositive);
  }
}
