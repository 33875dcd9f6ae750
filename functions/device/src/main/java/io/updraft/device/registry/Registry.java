package io.updraft.device.registry;

import io.updraft.device.domain.Quota;
import io.updraft.events.Origin;
import io.updraft.http.Selection.Batch;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the devices; a device, its memberships and the counts of both change as one. */
public interface Registry {
  /** Strongly consistent. */
  Optional<Registered> find(String organization, String deviceId);

  /**
   * Keeps a device that is not there yet.
   *
   * @param quota what it is charged to, or null
   */
  Stored add(Registered device, @Nullable Quota quota);

  /** Writes what differs, unless the device has changed since it was read. */
  Stored change(Registered before, Registered after);

  /**
   * Deletes the device and announces it, unless the device has changed since it was read, or has
   * unfinished updates.
   */
  Stored remove(Registered device, Origin origin, Instant now);

  /** The next devices of the narrowest list that the filter names; not yet filtered. */
  Batch<Registered> browse(String organization, Filter filter, @Nullable String after, int limit);

  /** How a write ended. */
  enum Stored {
    DONE,
    /** Somebody else was first: read again. */
    OVERTAKEN,
    /** The quota is used up. */
    REFUSED
  }
}
