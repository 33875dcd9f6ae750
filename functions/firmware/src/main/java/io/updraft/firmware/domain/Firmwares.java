package io.updraft.firmware.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where firmware is kept, without its bytes. */
public interface Firmwares {
  /** Strongly consistent; also what is deleted, since its count of events goes on. */
  Optional<Firmware> find(String organization, String firmwareId);

  /** The firmware as written, or empty where somebody else has changed it meanwhile. */
  Optional<Firmware> save(Change change);

  /** The ticket of an upload that has not ended. */
  Optional<Ticket> ticket(Place place);

  /** Uploads that should have ended by then, the longest overdue first. */
  List<Ticket> overdue(Instant time, int limit);
}
