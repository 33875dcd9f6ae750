package io.updraft.device.published;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an update leaves to its device, and to who stands in front of it.
 *
 * @param forcedAt from when on a time-forced one is to be installed at once; null in other modes
 * @param confirmation whether the device begins only after somebody has confirmed there
 */
public record Discretion(InstallMode mode, @Nullable Instant forcedAt, boolean confirmation) {
  /** Nothing: the device installs at once. */
  public static final Discretion NONE = new Discretion(InstallMode.FORCED, null, false);

  public Discretion {
    if ((mode == InstallMode.TIME_FORCED) != (forcedAt != null)) {
      throw new IllegalArgumentException("A time belongs to the mode time_forced, and to no other");
    }
  }

  /** Whether the device is to install at once. */
  public boolean forced(Instant now) {
    return switch (mode) {
      case FORCED -> true;
      case SOFT -> false;
      case TIME_FORCED -> forcedAt != null && !now.isBefore(forcedAt);
    };
  }
}
