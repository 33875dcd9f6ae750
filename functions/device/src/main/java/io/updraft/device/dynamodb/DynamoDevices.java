package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Quota;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices table as the hot path of devices uses it. */
public final class DynamoDevices implements Devices {
  /**
   * How precise the time of the last contact is: a write per poll would cost more than the poll.
   */
  private static final Duration PRECISION = Duration.ofHours(24);

  private static final String DEVICE = "device";

  private final Dynamo dynamo;
  private final String table;
  private final DeviceCounts counts;

  /**
   * Devices on a client and a table.
   *
   * @param table name of the devices table
   */
  public DynamoDevices(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.counts = new DeviceCounts(table);
  }

  @Override
  public Optional<Device> glance(String organization, String deviceId) {
    return get(organization, deviceId, Reading.EVENTUAL);
  }

  @Override
  public Optional<Device> find(String organization, String deviceId) {
    return get(organization, deviceId, Reading.CONSISTENT);
  }

  /**
   * One write of the device's size for one that is known; a caller that knows of a contact within
   * the last 24 hours saves it.
   */
  @Override
  public Contact seen(String organization, String deviceId, Instant now, @Nullable Quota quota) {
    return switch (dynamo.write(contact(organization, deviceId, now))) {
      case Commit.Committed() -> Contact.NOTED;
      case Commit.Refused refused ->
          unknown(refused)
              ? registered(firstContact(organization, deviceId, now, quota))
              : Contact.NOTED;
    };
  }

  /** Also noted where a simultaneous first contact, or the registry, has made it meanwhile. */
  private Contact registered(Transaction firstContact) {
    return dynamo.commit(firstContact) instanceof Commit.Refused refused && !refused.by(DEVICE)
        ? Contact.REFUSED
        : Contact.NOTED;
  }

  private Optional<Device> get(String organization, String deviceId, Reading reading) {
    return dynamo
        .get(table, DeviceItems.key(organization, deviceId), reading)
        .map(DeviceItems::read);
  }

  private static boolean unknown(Commit.Refused refused) {
    return refused.found().values().stream().allMatch(found -> found.attributes().isEmpty());
  }

  private Guarded contact(String organization, String deviceId, Instant now) {
    return Guarded.update(table, DeviceItems.key(organization, deviceId), "SET last_seen = :now")
        .when("attribute_exists(pk) AND (attribute_not_exists(last_seen) OR last_seen <= :stale)")
        .with(v -> v.time(":now", now))
        .with(v -> v.text(":stale", ItemBuilder.sortable(now.minus(PRECISION))));
  }

  private Transaction firstContact(
      String organization, String deviceId, Instant now, @Nullable Quota quota) {
    Device device = Device.appeared(organization, deviceId, now);
    String noModel = DeviceShards.named(null);
    Transaction transaction =
        new Transaction()
            .add(DEVICE, Guarded.create(table, DeviceItems.created(device, deviceId)))
            .add("count", counts.move(organization, DeviceCounts.By.MODEL, noModel, deviceId, 1));
    if (quota != null) {
      transaction.add("quota", QuotaItems.charged(table, organization, quota));
    }
    return transaction;
  }
}
