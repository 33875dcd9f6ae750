package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Quota;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers a device, or replaces what is said of it. */
final class PutDevice {
  /** As often the change is decided anew on what others have made of the device meanwhile. */
  static final int MOST_ATTEMPTS = 8;

  private final Registry registry;

  PutDevice(Registry registry) {
    this.registry = registry;
  }

  /**
   * Repeated with the same words, it writes nothing.
   *
   * @param quota what a new device is charged to, or null
   */
  PutOutcome put(
      String organization, String deviceId, Told told, Signature by, @Nullable Quota quota) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Registered> found = registry.find(organization, deviceId);
      Optional<PutOutcome> outcome =
          found.isPresent()
              ? replaced(found.get(), told, by)
              : added(Registered.first(device(organization, deviceId, told, by), by.user()), quota);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new PutOutcome.Contended();
  }

  private static Device device(String organization, String deviceId, Told told, Signature by) {
    return told.over(Profile.BLANK).described(organization, deviceId, by.at());
  }

  private Optional<PutOutcome> replaced(Registered before, Told told, Signature by) {
    Registered after = before.changed(told, by);
    boolean done = after.equals(before) || registry.change(before, after) == Registry.Stored.DONE;
    return done ? Optional.of(new PutOutcome.Replaced(after)) : Optional.empty();
  }

  private Optional<PutOutcome> added(Registered device, @Nullable Quota quota) {
    return switch (registry.add(device, quota)) {
      case DONE -> Optional.of(new PutOutcome.Created(device));
      case OVERTAKEN -> Optional.empty();
      case REFUSED -> Optional.of(used(device, quota));
    };
  }

  private static PutOutcome used(Registered device, @Nullable Quota quota) {
    if (quota == null) {
      throw new IllegalStateException("refused without a quota");
    }
    return new PutOutcome.QuotaUsed(quota, quota.renewedAfter(device.updatedAt()));
  }
}
