package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Fleet;
import io.updraft.device.registry.Filter;
import io.updraft.device.registry.Registered;
import io.updraft.http.Selection.Batch;
import io.updraft.http.Selection.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fleet in the items of the registry. */
final class DynamoFleet implements Fleet {
  private static final Filter EVERYTHING = new Filter(null, null, null, null, null);

  private final RegistryTable registry;

  DynamoFleet(RegistryTable registry) {
    this.registry = registry;
  }

  @Override
  public boolean forget(Device read) {
    Optional<Registered> now = registry.find(read.organization(), read.deviceId());
    return now.isEmpty()
        || (now.get().device().createdAt().equals(read.createdAt()) && registry.forget(now.get()));
  }

  @Override
  public Page browse(String organization, @Nullable String after, int limit) {
    Batch<Registered> batch = registry.browse(organization, EVERYTHING, after, limit);
    return new Page(
        batch.places().stream().map(Place::item).map(Registered::device).toList(), batch.next());
  }
}
