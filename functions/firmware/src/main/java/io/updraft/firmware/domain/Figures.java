package io.updraft.firmware.domain;

import org.jspecify.annotations.Nullable;

/**
 * What became of all updates to one firmware.
 *
 * @param downloads updates that reported past downloading
 */
public record Figures(long downloads, long completed, long failed) {
  public static final Figures NONE = new Figures(0, 0, 0);

  /** Completed / (completed + failed), 0 to 1; null before the first has ended. */
  public @Nullable Double successRate() {
    long ended = completed + failed;
    return ended == 0 ? null : (double) completed / ended;
  }
}
