package io.updraft.alert.trigger;

import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.StoredPoints;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What has been measured, in memory. */
public final class MemoryPoints implements StoredPoints {
  private record Place(String organization, String deviceId, String metric) {}

  private final Map<Place, NavigableMap<Long, DataPoint>> points = new HashMap<>();

  public void keep(MemoryArrival arrival) {
    arrival
        .series()
        .forEach(
            (metric, series) ->
                series.forEach(
                    point ->
                        of(arrival.organization(), arrival.deviceId(), metric)
                            .put(point.time(), point)));
  }

  private NavigableMap<Long, DataPoint> of(String organization, String deviceId, String metric) {
    return points.computeIfAbsent(new Place(organization, deviceId, metric), _ -> new TreeMap<>());
  }

  @Override
  public Optional<DataPoint> latest(String organization, String deviceId, String metric) {
    return Optional.ofNullable(of(organization, deviceId, metric).lastEntry())
        .map(Map.Entry::getValue);
  }

  private Collection<DataPoint> in(Range range) {
    return of(range.organization(), range.deviceId(), range.metric())
        .subMap(range.from(), true, range.to(), false)
        .values();
  }

  @Override
  public Optional<DataPoint> first(Range range) {
    return in(range).stream().findFirst();
  }

  @Override
  public Optional<DataPoint> last(Range range, Predicate<DataPoint> kind) {
    return in(range).stream().filter(kind).reduce((_, later) -> later);
  }

  @Override
  public List<String> holders(
      String organization, String metric, @Nullable String after, int limit) {
    return points.keySet().stream()
        .filter(place -> place.organization().equals(organization))
        .filter(place -> place.metric().equals(metric) && !of(place).isEmpty())
        .map(Place::deviceId)
        .sorted()
        .filter(id -> after == null || id.compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  private NavigableMap<Long, DataPoint> of(Place place) {
    return of(place.organization(), place.deviceId(), place.metric());
  }
}
