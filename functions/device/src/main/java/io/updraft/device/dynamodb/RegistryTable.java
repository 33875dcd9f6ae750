package io.updraft.device.dynamodb;

import static java.util.stream.Collectors.toMap;

import io.updraft.device.domain.Quota;
import io.updraft.device.registry.Filter;
import io.updraft.device.registry.Registered;
import io.updraft.device.registry.Registry;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Outbox;
import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.http.Selection.Batch;
import io.updraft.http.Selection.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The registry on the devices table; see {@link RegistryWrites} for its items. */
public final class RegistryTable implements Registry {
  private final Dynamo dynamo;
  private final String table;
  private final RegistryWrites writes;
  private final Outbox outbox;
  private final Supplier<UUID> eventIds;

  /**
   * The registry on a client and a table.
   *
   * @param table name of the devices table
   */
  public RegistryTable(Dynamo dynamo, String table, Outbox outbox, Supplier<UUID> eventIds) {
    this.dynamo = dynamo;
    this.table = table;
    this.writes = new RegistryWrites(table);
    this.outbox = outbox;
    this.eventIds = eventIds;
  }

  @Override
  public Optional<Registered> find(String organization, String deviceId) {
    return dynamo
        .get(table, DeviceItems.key(organization, deviceId), Reading.CONSISTENT)
        .map(RegistryTable::registered);
  }

  @Override
  public Stored add(Registered device, @Nullable Quota quota) {
    return switch (dynamo.commit(writes.add(device, quota))) {
      case Commit.Committed() -> Stored.DONE;
      case Commit.Refused refused ->
          refused.by(RegistryWrites.DEVICE) ? Stored.OVERTAKEN : Stored.REFUSED;
    };
  }

  @Override
  public Stored change(Registered before, Registered after) {
    return stored(dynamo.commit(writes.change(before, after)));
  }

  @Override
  public Stored remove(Registered device, Origin origin, Instant now) {
    long deletions = deletions(device);
    DeviceDeleted event =
        new DeviceDeleted(device.device().deviceId(), device.device().name(), null, now);
    Envelope envelope = Envelope.of(event, origin, deletions + 1, eventIds.get());
    return stored(dynamo.commit(writes.remove(device, deletions).announce(outbox, envelope)));
  }

  /** Deletes the device without a word, under the conditions of {@link #remove}. */
  boolean forget(Registered device) {
    return dynamo.commit(writes.forget(device)) instanceof Commit.Committed;
  }

  @Override
  public Batch<Registered> browse(
      String organization, Filter filter, @Nullable String after, int limit) {
    List<DeviceWalk.Step> steps = walk(organization, filter).steps(dynamo, after, limit);
    Map<String, Registered> devices = devices(organization, steps);
    List<Place<Registered>> places =
        steps.stream().flatMap(step -> place(step, devices).stream()).toList();
    return new Batch<>(places, steps.size() < limit ? null : steps.getLast().position());
  }

  private DeviceWalk walk(String organization, Filter filter) {
    if (filter.group() != null) {
      return DeviceWalk.ofGroup(table, organization, filter.group());
    }
    return filter.model() != null
        ? DeviceWalk.ofModel(table, organization, filter.model())
        : DeviceWalk.ofAll(table, organization);
  }

  /** Empty where the device is gone: the list may be a moment behind. */
  private static Optional<Place<Registered>> place(
      DeviceWalk.Step step, Map<String, Registered> devices) {
    return Optional.ofNullable(devices.get(step.deviceId()))
        .map(device -> new Place<>(step.position(), device));
  }

  private Map<String, Registered> devices(String organization, List<DeviceWalk.Step> steps) {
    List<Key> keys =
        steps.stream().map(step -> DeviceItems.key(organization, step.deviceId())).toList();
    return dynamo.getAll(table, keys, Reading.EVENTUAL).stream()
        .map(RegistryTable::registered)
        .collect(toMap(r -> r.device().deviceId(), r -> r, (one, same) -> one));
  }

  private long deletions(Registered device) {
    Key key = RegistryWrites.deletionsKey(device.device());
    return dynamo
        .get(table, key, Reading.CONSISTENT)
        .map(item -> item.number(RegistryWrites.DELETIONS))
        .orElse(0L);
  }

  private static Stored stored(Commit commit) {
    return switch (commit) {
      case Commit.Committed() -> Stored.DONE;
      case Commit.Refused _ -> Stored.OVERTAKEN;
    };
  }

  private static Registered registered(Item item) {
    return new Registered(
        DeviceItems.read(item),
        item.number("revision"),
        item.time("updated_at"),
        item.text("updated_by"));
  }
}
