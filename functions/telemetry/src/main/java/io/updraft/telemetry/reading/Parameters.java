package io.updraft.telemetry.reading;

import io.updraft.http.Filters;
import io.updraft.telemetry.aggregate.Aggregation;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.published.Nanos;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What several queries are told in their query string. */
public final class Parameters {
  public static final Duration LONGEST_RANGE = Duration.ofDays(90);
  public static final long SHORTEST_INTERVAL = 60;
  public static final long LONGEST_INTERVAL = 86_400;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private Parameters() {}

  /** From the first time on, until before the second; nanoseconds since the epoch. */
  public record Range(long from, long to) {}

  public static String metric(Filters filters, String name) {
    return filters.required(
        name, filters.parsed(name, 102, PointLimits::metric, "must be the name of a metric"), "");
  }

  public static Aggregation aggregation(Filters filters, String name, Aggregation absent) {
    return filters.choice(name, Aggregation.class).orElse(absent);
  }

  /** Seconds; empty where the caller leaves it open. */
  public static Optional<Long> interval(Filters filters) {
    return filters.parsed(
        "interval",
        9,
        Parameters::interval,
        "must be a whole number of seconds from %d to %d"
            .formatted(SHORTEST_INTERVAL, LONGEST_INTERVAL));
  }

  private static Optional<Long> interval(String given) {
    return DIGITS.matcher(given).matches()
        ? Optional.of(Long.valueOf(given))
            .filter(seconds -> seconds >= SHORTEST_INTERVAL && seconds <= LONGEST_INTERVAL)
        : Optional.empty();
  }

  public static Range range(Filters filters) {
    return range(time(filters, "start_time"), time(filters, "end_time"), filters::reject);
  }

  private static @Nullable Instant time(Filters filters, String name) {
    Optional<Instant> time = filters.exactTime(name);
    if (time.isEmpty()) {
      filters.reject(name, "is required");
    }
    return time.orElse(null);
  }

  /**
   * The range between two times; nothing where one of them is not there or was wrong.
   *
   * @param reject takes a field and what is wrong with it
   */
  public static Range range(
      @Nullable Instant start, @Nullable Instant end, BiConsumer<String, String> reject) {
    if (start == null || end == null) {
      return new Range(0, 0);
    }
    if (!end.isAfter(start)) {
      reject.accept("end_time", "must be after start_time");
    } else if (Duration.between(start, end).compareTo(LONGEST_RANGE) > 0) {
      reject.accept(
          "end_time", "must be at most %d days after start_time".formatted(LONGEST_RANGE.toDays()));
    }
    return new Range(Nanos.of(start), Nanos.of(end));
  }

  /** Hours and days back from now. */
  public enum TimeRange {
    HOUR("1h", Duration.ofHours(1)),
    SIX_HOURS("6h", Duration.ofHours(6)),
    DAY("24h", Duration.ofHours(24)),
    WEEK("7d", Duration.ofDays(7)),
    MONTH("30d", Duration.ofDays(30)),
    QUARTER("90d", Duration.ofDays(90));

    private final String wireName;
    private final Duration length;

    TimeRange(String wireName, Duration length) {
      this.wireName = wireName;
      this.length = length;
    }

    public static Optional<TimeRange> named(String name) {
      return Arrays.stream(values()).filter(r -> r.wireName.equals(name)).findFirst();
    }

    /** What has been, with the present moment. */
    public Range until(Instant now) {
      return new Range(Nanos.of(now.minus(length)), Nanos.of(now) + 1);
    }

    public String wireName() {
      return wireName;
    }
  }
}
