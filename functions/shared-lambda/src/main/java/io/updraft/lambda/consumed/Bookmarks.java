package io.updraft.lambda.consumed;

import java.time.Instant;
import java.util.Optional;

/** Keeps where a walk has come to, so that another call goes on there. */
public interface Bookmarks {
  /**
   * The place that was kept last.
   *
   * @param walk names the walk within the organization
   * @param of when that happened for which one walks; a place that belongs to another time is none
   */
  Optional<String> find(String organization, String walk, Instant of);

  /** Keeps a place up to which everything is done and committed. */
  void keep(String organization, String walk, Instant of, String place);

  /** Forgets the place; nothing where there is none. */
  void remove(String organization, String walk);
}
