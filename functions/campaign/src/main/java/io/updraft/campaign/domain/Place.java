package io.updraft.campaign.domain;

import org.jspecify.annotations.Nullable;

/**
 * How far resolving has come through the sources of a campaign: explicit ids, groups, filter.
 *
 * @param source the number of the source
 * @param after where to go on in it, or null for its beginning
 */
public record Place(int source, @Nullable String after) {
  public static final Place START = new Place(0, null);

  /** The beginning of the next source. */
  public Place nextSource() {
    return new Place(source + 1, null);
  }
}
