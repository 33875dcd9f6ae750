package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Fleet;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.DeviceFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What the registry said within the last minute, of the devices that were asked for last. */
public final class CachedFleet implements Fleet {
  private static final Duration KEPT = Duration.ofSeconds(60);
  private static final int MOST_KEPT = 10_000;

  private final DeviceDirectory directory;
  private final Clock clock;
  private final LinkedHashMap<Place, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  public CachedFleet(DeviceDirectory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  private record Place(String organization, String deviceId) {}

  private record Kept(Optional<DeviceFacts> facts, Instant until) {}

  @Override
  public synchronized Optional<DeviceFacts> device(String organization, String deviceId) {
    Place place = new Place(organization, deviceId);
    Kept found = kept.get(place);
    Instant now = clock.instant();
    if (found == null || !now.isBefore(found.until())) {
      found = new Kept(asked(place), now.plus(KEPT));
      kept.put(place, found);
      if (kept.size() > MOST_KEPT) {
        kept.pollFirstEntry();
      }
    }
    return found.facts();
  }

  private Optional<DeviceFacts> asked(Place place) {
    return directory.find(place.organization(), List.of(place.deviceId())).stream().findFirst();
  }
}
