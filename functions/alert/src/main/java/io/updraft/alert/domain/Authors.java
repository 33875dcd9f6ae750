package io.updraft.alert.domain;

import org.jspecify.annotations.Nullable;

/** Who did what with the alerts of an organization. */
public interface Authors {
  /**
   * Puts {@code deleted-user} for the user in the next page of alerts. Can be repeated; no event
   * tells of it.
   *
   * @param place where the page before ended; null for the first
   * @return where the next page begins; null after the last
   */
  @Nullable String forgetIn(String organization, String user, @Nullable String place);
}
