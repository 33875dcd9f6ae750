package io.updraft.live.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** Subscriptions and what is delivered to them. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-01-31T08:15:00.123Z");
  public static final String SECRET = "0".repeat(64);
  public static final Filters ALL_OF_D1 = new Filters(Set.of("d1"), Set.of(), Map.of(), true, true);

  private Samples() {}

  public static SubscriptionId id(int number) {
    return new SubscriptionId("sub_%026d".formatted(number));
  }

  public static LiveToken token(int number) {
    return new LiveToken("acme", id(number), SECRET);
  }

  public static Subscription waiting(int number) {
    return waiting("acme", number, ALL_OF_D1);
  }

  public static Subscription waiting(String organization, int number, Filters filters) {
    return new Subscription(
        id(number),
        organization,
        "vera",
        filters,
        Duration.ofSeconds(1),
        NOW,
        NOW.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS),
        new Subscription.State.Waiting(token(number).hash(), NOW.plusSeconds(60)));
  }

  public static Point point(String device, String metric, int second, Object value) {
    return point(device, metric, second, value, Map.of());
  }

  public static Point point(
      String device, String metric, int second, Object value, Map<String, String> tags) {
    Instant time = NOW.plusSeconds(second);
    StringBuilder json = new StringBuilder();
    json.append("{\"device_id\":\"%s\",\"metric_name\":\"%s\"".formatted(device, metric));
    json.append(",\"timestamp\":\"%s\",\"value\":%s,\"tags\":{".formatted(time, value));
    tags.forEach((key, tag) -> json.append("\"%s\":\"%s\"".formatted(key, tag)));
    return new Point(new Point.Series(device, metric, tags), time, json.append("}}").toString());
  }

  public static Alert alert(String device, String metric) {
    return new Alert(
        device,
        metric,
        "{\"event\":\"alert.triggered\",\"device_id\":\"%s\",\"metric_name\":\"%s\"}"
            .formatted(device, metric));
  }
}
