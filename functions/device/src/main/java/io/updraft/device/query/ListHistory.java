package io.updraft.device.query;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the updates that a device has had. */
final class ListHistory {
  private final Devices devices;
  private final Updates updates;

  ListHistory(Devices devices, Updates updates) {
    this.devices = devices;
    this.updates = updates;
  }

  /** Empty where the organization has no such device. */
  Optional<Found> list(
      String organization, String deviceId, int limit, int offset, @Nullable String after) {
    return devices
        .glance(organization, deviceId)
        .map(d -> found(d, page(organization, deviceId, limit, offset, after), offset, after));
  }

  /** The newest stands on the first page; beside another it costs a query of its own. */
  private Found found(Device device, Updates.History page, int offset, @Nullable String after) {
    boolean first = offset == 0 && after == null;
    Updates.History newest =
        first ? page : updates.ofDevice(device.organization(), device.deviceId(), 1, null);
    return new Found(device, page, newest.updates().stream().findFirst().orElse(null));
  }

  private Updates.History page(
      String organization, String deviceId, int limit, int offset, @Nullable String after) {
    return updates.ofDevice(
        organization,
        deviceId,
        limit,
        offset == 0 ? after : skipped(organization, deviceId, offset));
  }

  /** An offset is reached by reading up to it: what is wanted often has a cursor. */
  private @Nullable String skipped(String organization, String deviceId, int offset) {
    String after = null;
    for (int left = offset; left > 0; left -= MOST_SKIPPED) {
      Updates.History skipped =
          updates.ofDevice(organization, deviceId, Math.min(left, MOST_SKIPPED), after);
      if (skipped.next() == null) {
        return PAST_THE_END;
      }
      after = skipped.next();
    }
    return after;
  }

  private static final int MOST_SKIPPED = 200;

  /** Sorts before every update id, so that nothing older follows. */
  private static final String PAST_THE_END = "upd_";

  /**
   * The device with one page of its updates.
   *
   * @param newest of all its updates, or null where it has had none
   */
  record Found(Device device, Updates.History page, @Nullable Update newest) {}
}
