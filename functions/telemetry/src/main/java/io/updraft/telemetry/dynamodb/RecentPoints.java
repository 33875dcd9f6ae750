package io.updraft.telemetry.dynamodb;

import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.StoredPoints;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stored points as other contexts may ask for them. */
public final class RecentPoints implements StoredPoints {
  private final PointStore points;

  public RecentPoints(PointStore points) {
    this.points = points;
  }

  @Override
  public Optional<DataPoint> latest(String organization, String deviceId, String metric) {
    return points.device(organization, deviceId).latest(metric);
  }

  @Override
  public Optional<DataPoint> first(Range range) {
    AtomicReference<@Nullable DataPoint> first = new AtomicReference<>();
    read(
        range,
        point -> {
          first.set(point);
          return false;
        });
    return Optional.ofNullable(first.get());
  }

  @Override
  public Optional<DataPoint> last(Range range, Predicate<DataPoint> kind) {
    AtomicReference<@Nullable DataPoint> last = new AtomicReference<>();
    read(
        range,
        point -> {
          if (kind.test(point)) {
            last.set(point);
          }
          return true;
        });
    return Optional.ofNullable(last.get());
  }

  private void read(Range range, PointStore.Taker taker) {
    points
        .device(range.organization(), range.deviceId())
        .read(range.metric(), range.from(), range.to(), taker);
  }

  @Override
  public List<String> holders(
      String organization, String metric, @Nullable String after, int limit) {
    return points.holders(organization, metric, after, limit);
  }
}
