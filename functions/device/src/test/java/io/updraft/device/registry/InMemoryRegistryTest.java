package io.updraft.device.registry;

import io.updraft.device.domain.Device.Note;
import java.util.List;

class InMemoryRegistryTest extends RegistryContract {
  private final InMemoryRegistry registry = new InMemoryRegistry();

  @Override
  protected Registry registry() {
    return registry;
  }

  @Override
  protected void hold(String deviceId, Note note) {
    registry.alter(Samples.ORG, deviceId, device -> Samples.holding(device, List.of(note)));
  }

  @Override
  protected void free(String deviceId, Note note) {
    registry.alter(Samples.ORG, deviceId, device -> Samples.holding(device, List.of()));
  }
}
