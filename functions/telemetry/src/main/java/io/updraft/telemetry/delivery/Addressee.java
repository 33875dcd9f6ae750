package io.updraft.telemetry.delivery;

import io.updraft.http.Caller;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose a data point is, as far as it says so. Where it does not say so outright, the credentials
 * of a device decide before any hint: hints mean other things too.
 *
 * @param named a device by its id, or null
 * @param hinted what is taken for the id of a device where nothing better is known, or null
 */
public record Addressee(@Nullable String named, @Nullable String hinted) {
  /** Says nothing. */
  public static final Addressee UNKNOWN = new Addressee(null, null);

  private static final Pattern DEVICE_ID = Pattern.compile("(?!bulk$)[A-Za-z0-9._:-]{1,128}");

  Destination seenBy(Caller caller) {
    Optional<String> deviceId =
        Optional.ofNullable(named)
            .or(() -> Optional.ofNullable(caller.device()))
            .or(() -> Optional.ofNullable(hinted));
    return deviceId
        .map(id -> judged(id, caller))
        .orElseGet(() -> new Destination.Nowhere("does not name its device"));
  }

  private static Destination judged(String id, Caller caller) {
    if (!DEVICE_ID.matcher(id).matches()) {
      return new Destination.Nowhere(
          "names a device that can't be: ids have 1 to 128 letters, digits, '.', '_', ':' or '-'");
    }
    return caller.mayActFor(id)
        ? new Destination.Device(id)
        : new Destination.Nowhere("names another device than the one that sends it");
  }
}
