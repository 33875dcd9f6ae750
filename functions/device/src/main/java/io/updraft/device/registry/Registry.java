package io.updraft.device.registry;

import io.updraft.device.domain.Quota;
import io.updraft.events.Origin;
import java.time.Instant;
import java.util.List;
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
  Batch browse(String organization, Filter filter, @Nullable String after, int limit);

  /** How a write ended. */
  enum Stored {
    DONE,
    /** Somebody else was first: read again. */
    OVERTAKEN,
    /** The quota is used up. */
    REFUSED
  }

  /**
   * A part of a list; it can be short, even empty, and not the last.
   *
   * @param next where to go on, or null at the end
   */
  record Batch(List<Place> places, @Nullable String next) {
    public Batch {
      places = List.copyOf(places);
    }
  }

  /** A device and where it stands in the list. */
  record Place(String position, Registered device) {}
}
