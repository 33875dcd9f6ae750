package io.updraft.telemetry.dispatch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.updraft.live.published.LiveFeed;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.published.Arrived;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.PublishedTelemetry;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows arrivals to those who watch the organization: of each series the last point of the arrival,
 * since of what comes at once they are sent no more. Where nobody watches, no block is opened.
 */
final class ShowArrivals {
  private final LiveFeed feed;

  ShowArrivals(LiveFeed feed) {
    this.feed = feed;
  }

  void show(List<ArrivalRecord> arrivals) {
    Map<String, List<ArrivalRecord>> byOrganization =
        arrivals.stream()
            .collect(groupingBy(ArrivalRecord::organization, LinkedHashMap::new, toList()));
    byOrganization.forEach(
        (organization, own) -> {
          if (feed.watched(organization)) {
            feed.points(organization, own.stream().flatMap(ShowArrivals::points).toList());
          }
        });
  }

  private static Stream<String> points(ArrivalRecord arrival) {
    Arrived arrived = PublishedTelemetry.arrived(arrival.insertion());
    return arrived.metrics().stream()
        .sorted()
        .flatMap(
            metric ->
                lastOfEach(arrived.points(metric)).stream().map(p -> json(arrived, metric, p)));
  }

  /** Points of one metric that differ in their tags are of different series. */
  private static Collection<DataPoint> lastOfEach(List<DataPoint> points) {
    Map<Map<String, String>, DataPoint> last = new LinkedHashMap<>();
    points.forEach(point -> last.put(point.circumstances().tags(), point));
    return last.values();
  }

  private static String json(Arrived arrived, String metric, DataPoint point) {
    byte[] json = PointWriter.one(arrived.deviceId(), metric, point);
    return new String(json, StandardCharsets.UTF_8);
  }
}
