package io.updraft.device.domain;

import io.updraft.events.Origin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps rollbacks; they end in the transaction in which their updates do. */
public interface Rollbacks {
  /** Strongly consistent. */
  Optional<Rollback> find(String organization, String rollbackId);

  /**
   * Writes the record, the update that carries it out, the device's note, the tally and the events
   * as one.
   *
   * @param refer whether the update is the first to refer to its firmware
   */
  Begun begin(Rollback rollback, Update update, Origin origin, boolean refer);

  /** Records one that has failed before it could begin; nothing where it is recorded already. */
  void record(Rollback failed, Origin origin);

  /**
   * Those that the filter leaves, newest first; a page can be short and not the last.
   *
   * @param before lists those with smaller ids only; null for all
   */
  Listing list(String organization, RollbackFilter filter, int limit, @Nullable String before);

  /** How a beginning ended. */
  enum Begun {
    BEGUN,
    /** There is a rollback of that id. */
    ALREADY,
    /** The device has an unfinished rollback, or an update to that firmware. */
    TAKEN,
    DEVICE_GONE,
    /** The firmware is not available any more. */
    FIRMWARE_GONE
  }

  /**
   * One page.
   *
   * @param next where to continue, or null at the end
   */
  record Listing(List<Rollback> rollbacks, @Nullable String next) {
    public Listing {
      rollbacks = List.copyOf(rollbacks);
    }
  }
}
