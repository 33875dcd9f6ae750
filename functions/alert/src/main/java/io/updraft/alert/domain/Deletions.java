package io.updraft.alert.domain;

import java.time.Instant;

/** Remembers for some days which devices were deleted, so that nothing is told of them any more. */
public interface Deletions {
  /**
   * Notes that a device was deleted; what it had sent by then triggers nothing.
   *
   * @param at of a deletion later than the one that is known, which otherwise stays
   */
  void note(String organization, String deviceId, Instant at);
}
