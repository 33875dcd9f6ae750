package io.updraft.device.published;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notes that devices were heard of, by whatever else they send than polls. */
public interface DeviceContacts {
  /**
   * Notes a contact; registers a device that is not known. One write at most; none within 24 hours
   * of the last would do as well, so a caller that remembers saves it.
   *
   * @param gateway the user behind the key that speaks for the device, whose quota a new device is
   *     charged to; null for the device itself and for users
   */
  Contact seen(String organization, String deviceId, Instant now, @Nullable String gateway);

  /** How a contact ended. */
  sealed interface Contact {
    record Noted() implements Contact {}

    /** The device is not known, and the gateway's quota is used up. */
    record Refused(String detail, Duration renewedAfter) implements Contact {}
  }
}
