package io.updraft.telemetry.delivery;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps everything, and remembers what each call brought. */
public final class RecordingIntake implements Intake {
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** One call. */
  public record Call(Sender sender, String deviceId, List<Offered> offered) {}

  @Override
  public Taken take(
      Sender sender, String deviceId, List<Offered> offered, @Nullable String batchId) {
    calls.add(new Call(sender, deviceId, List.copyOf(offered)));
    return new Taken.Stored(offered.size(), 0, List.of());
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** All points of a device, in the order in which they came. */
  public List<Offered.Point> points(String deviceId) {
    List<Offered.Point> points = new ArrayList<>();
    calls.stream()
        .filter(call -> call.deviceId().equals(deviceId))
        .flatMap(call -> call.offered().stream())
        .forEach(offered -> points.add((Offered.Point) offered));
    return points;
  }

  /** The only point of a metric of a device. */
  public DataPoint only(String deviceId, String metric) {
    List<Offered.Point> found =
        points(deviceId).stream().filter(p -> p.metric().equals(metric)).toList();
    if (found.size() != 1) {
      throw new AssertionError("%s: %s".formatted(metric, points(deviceId)));
    }
    return found.getFirst().point();
  }

  public Value value(String deviceId, String metric) {
    return only(deviceId, metric).value();
  }
}
