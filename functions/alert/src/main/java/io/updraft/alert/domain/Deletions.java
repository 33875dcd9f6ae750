package io.updraft.alert.domain;

import java.time.Instant;
import java.util.Optional;

/** Remembers for 90 days which devices were deleted, so that nothing is told of them any more. */
public interface Deletions {
  /**
   * Notes that a device was deleted; what it had sent by then triggers nothing.
   *
   * @param at of a deletion later than the one that is known, which otherwise stays
   */
  void note(String organization, String deviceId, Instant at);

  /** When the device was deleted last; eventually consistent. */
  Optional<Instant> find(String organization, String deviceId);
}
