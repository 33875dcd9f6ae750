package io.updraft.fleet.display;

import io.updraft.fleet.campaign.CampaignFigures;
import io.updraft.fleet.device.DeviceState;
import io.updraft.fleet.http.Traffic;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How it goes at one moment. */
public record Snapshot(
    Duration elapsed,
    Map<DeviceState, Integer> devices,
    Traffic.Figures traffic,
    Optional<CampaignFigures> campaign) {

  String time() {
    return "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  String states() {
    return devices.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().wireName().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  String errors() {
    return "%d unreachable, %d unavailable, %d refused, %d retries"
        .formatted(
            traffic.unreachable(), traffic.unavailable(), traffic.refused(), traffic.retries());
  }

  double megabytes() {
    return traffic.bytes() / (double) (1 << 20);
  }

  /** Requests per second since an earlier snapshot. */
  long rateSince(Snapshot earlier) {
    long millis = elapsed.minus(earlier.elapsed()).toMillis();
    long requests = traffic.requests() - earlier.traffic().requests();
    return millis == 0 ? 0 : requests * 1_000 / millis;
  }
}
