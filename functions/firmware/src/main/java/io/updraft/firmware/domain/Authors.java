package io.updraft.firmware.domain;

import org.jspecify.annotations.Nullable;

/** Who did what with the firmware and the signing keys of an organization. */
public interface Authors {
  /**
   * Puts {@code deleted-user} for the user in the next page of both, also of firmware that is
   * deleted. Can be repeated; no change of a firmware, and no event tells of it.
   *
   * @param place where the page before ended; null for the first
   * @return where the next page begins; null after the last
   */
  @Nullable String forgetIn(String organization, String user, @Nullable String place);
}
