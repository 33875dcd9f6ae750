package io.updraft.live.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be delivered at once.
 *
 * @param points of each series the latest
 * @param alerts all, in the order in which they came
 */
public record Content(List<Point> points, List<Alert> alerts) {
  public static final Content NOTHING = new Content(List.of(), List.of());

  public Content {
    points = latest(points);
    alerts = List.copyOf(alerts);
  }

  /** By the time of the points; of two with the same time the one that came later. */
  private static List<Point> latest(List<Point> points) {
    Map<Point.Series, Point> latest = new LinkedHashMap<>();
    points.forEach(
        point ->
            latest.merge(
                point.series(),
                point,
                (before, now) -> now.time().isBefore(before.time()) ? before : now));
    return List.copyOf(latest.values());
  }

  public static Content of(List<Point> points) {
    return new Content(points, List.of());
  }

  /** Everything that came, earlier ones first. */
  public static Content merged(Collection<Content> parts) {
    List<Point> points = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    parts.forEach(
        part -> {
          points.addAll(part.points());
          alerts.addAll(part.alerts());
        });
    return new Content(points, alerts);
  }

  /** What of it a subscription wants to see. */
  public Content through(Filters filters) {
    return new Content(
        points.stream().filter(filters::take).toList(),
        alerts.stream().filter(filters::take).toList());
  }

  public boolean isEmpty() {
    return points.isEmpty() && alerts.isEmpty();
  }
}
