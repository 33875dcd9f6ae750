package io.updraft.device.domain;

import io.updraft.events.Origin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps updates; a change, its event, the device's note and the tally are one. */
public interface Updates {
  /** Strongly consistent. */
  Optional<Update> find(String organization, String updateId);

  /** Eventually consistent, with what lies beside it: half a read unit up to 4 KB. */
  Optional<Glance> glance(String organization, String updateId);

  /**
   * Writes the change, unless the update has changed since it was read.
   *
   * @param installedVersion what the device runs now, where a completed update told it
   */
  Stored move(Update before, Update after, Origin origin, @Nullable String installedVersion);

  /**
   * Creates an update outside campaigns, already scheduled.
   *
   * @param refer whether it is the first to refer to its firmware
   */
  Creation create(Update update, Commands commands, Origin origin, boolean refer);

  /** The updates of a device, newest first. */
  History ofDevice(String organization, String deviceId, int limit, @Nullable String after);

  /**
   * An update with what lies beside it.
   *
   * @param commands what its device runs before and after it
   * @param messages what its device said of it, the latest first
   */
  record Glance(Update update, Commands commands, List<Message> messages) {
    public Glance {
      messages = List.copyOf(messages);
    }
  }

  /** How a move ended. */
  enum Stored {
    MOVED,
    /** Somebody else changed the update first: read it again. */
    OVERTAKEN,
    /** The device has another unfinished update to the firmware. */
    TAKEN
  }

  /** How a creation ended. */
  enum Creation {
    CREATED,
    /** The device is gone, or has an unfinished update to the firmware. */
    TAKEN,
    /** The firmware is not available any more. */
    FIRMWARE_GONE
  }

  /**
   * One page of a device's history.
   *
   * @param next where to continue, or null at the end
   */
  record History(List<Update> updates, @Nullable String next) {
    public History {
      updates = List.copyOf(updates);
    }
  }
}
