package io.updraft.device.registry;

import java.util.Optional;
import java.util.function.Function;

/** Changes some of what is said of a device. */
final class PatchDevice {
  private final Registry registry;

  PatchDevice(Registry registry) {
    this.registry = registry;
  }

  PatchOutcome patch(String organization, String deviceId, Told told, Signature by) {
    return patch(organization, deviceId, _ -> told, by);
  }

  /** The same for a change that depends on what was said before. */
  PatchOutcome patch(
      String organization, String deviceId, Function<Profile, Told> telling, Signature by) {
    for (int attempt = 0; attempt < PutDevice.MOST_ATTEMPTS; attempt++) {
      Optional<Registered> before = registry.find(organization, deviceId);
      if (before.isEmpty()) {
        return new PatchOutcome.NotFound();
      }
      Registered after = before.get().changed(telling.apply(Profile.of(before.get().device())), by);
      if (after.equals(before.get())
          || registry.change(before.get(), after) == Registry.Stored.DONE) {
        return new PatchOutcome.Changed(after);
      }
    }
    return new PatchOutcome.Contended();
  }
}
