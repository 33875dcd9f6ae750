package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Quota;
import io.updraft.device.registry.Registered;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the registry writes at once: the device under its revision, an item per membership of a
 * group, and the counts of groups and models. With 20 groups left and 20 joined these are 84 of the
 * 100 writes that one transaction takes.
 */
record RegistryWrites(String table) {
  /** The part whose refusal says that the device is not as it was read. */
  static final String DEVICE = "device";

  /**
   * The attribute that counts the deletions of one device id. It outlives the device, so that the
   * events of a device that came back and went again have numbers of their own.
   */
  static final String DELETIONS = "deletions";

  private static final String UNCHANGED = "revision = :revision AND created_at = :created";

  static Key deletionsKey(Device device) {
    return new Key(Key.join(device.organization(), device.deviceId()), "DELETIONS");
  }

  Transaction add(Registered added, @Nullable Quota quota) {
    Device device = added.device();
    Transaction transaction =
        new Transaction()
            .add(DEVICE, Guarded.create(table, DeviceItems.created(device, added.updatedBy())));
    joinModel(transaction, device);
    device.groups().forEach(group -> join(transaction, device, group));
    if (quota != null) {
      transaction.add("quota", QuotaItems.charged(table, device.organization(), quota));
    }
    return transaction;
  }

  Transaction change(Registered before, Registered after) {
    Device was = before.device();
    Device is = after.device();
    Transaction transaction = new Transaction().add(DEVICE, rewritten(before, after));
    if (!Objects.equals(was.model(), is.model())) {
      leaveModel(transaction, was);
      joinModel(transaction, is);
    }
    without(was.groups(), is.groups()).forEach(group -> leave(transaction, was, group));
    without(is.groups(), was.groups()).forEach(group -> join(transaction, is, group));
    return transaction;
  }

  /** The deletion, to be announced; refused also where the device has unfinished updates. */
  Transaction remove(Registered removed, long deletions) {
    return forget(removed).add(DELETIONS, counted(removed.device(), deletions));
  }

  /** The same for a deletion that was announced already, whose events Updraft does not number. */
  Transaction forget(Registered removed) {
    Device device = removed.device();
    Transaction transaction = new Transaction().add(DEVICE, deleted(removed));
    leaveModel(transaction, device);
    device.groups().forEach(group -> leave(transaction, device, group));
    return transaction;
  }

  private Guarded rewritten(Registered before, Registered after) {
    return new AttributeChanges(
            DeviceItems.described(before.device()), DeviceItems.described(after.device()))
        .update(table, key(before), "revision = :next, updated_at = :at, updated_by = :by")
        .when(UNCHANGED)
        .with(v -> unchanged(v, before))
        .with(v -> v.number(":next", after.revision()))
        .with(v -> v.time(":at", after.updatedAt()).text(":by", after.updatedBy()));
  }

  private Guarded deleted(Registered removed) {
    return Guarded.delete(table, key(removed))
        .when(UNCHANGED + " AND size(inbox) = :empty")
        .with(v -> unchanged(v, removed))
        .with(v -> v.number(":empty", 0));
  }

  private static Key key(Registered registered) {
    return DeviceItems.key(registered.device().organization(), registered.device().deviceId());
  }

  // The time of creation tells a device from another that came under its id and has the revision.
  private static void unchanged(ItemBuilder values, Registered read) {
    values.number(":revision", read.revision()).time(":created", read.device().createdAt());
  }

  private Guarded counted(Device device, long deletions) {
    Guarded next =
        Guarded.update(table, deletionsKey(device), "SET deletions = :next")
            .with(v -> v.number(":next", deletions + 1));
    return deletions == 0
        ? next.when("attribute_not_exists(pk)")
        : next.when("deletions = :was").with(v -> v.number(":was", deletions));
  }

  private void joinModel(Transaction transaction, Device device) {
    String model = DeviceShards.named(device.model());
    transaction.add("in model " + model, count(device, DeviceCounts.By.MODEL, model, 1));
  }

  private void leaveModel(Transaction transaction, Device device) {
    String model = DeviceShards.named(device.model());
    transaction.add("out of model " + model, count(device, DeviceCounts.By.MODEL, model, -1));
  }

  private void join(Transaction transaction, Device device, String group) {
    Key key = DeviceShards.membership(device.organization(), group, device.deviceId());
    transaction
        .add("member of " + group, Guarded.put(table, key.attributes()))
        .add("in group " + group, count(device, DeviceCounts.By.GROUP, group, 1));
  }

  private void leave(Transaction transaction, Device device, String group) {
    Key key = DeviceShards.membership(device.organization(), group, device.deviceId());
    transaction
        .add("no member of " + group, Guarded.delete(table, key))
        .add("out of group " + group, count(device, DeviceCounts.By.GROUP, group, -1));
  }

  private Guarded count(Device device, DeviceCounts.By by, String name, long change) {
    return new DeviceCounts(table).move(device.organization(), by, name, device.deviceId(), change);
  }

  private static List<String> without(Collection<String> groups, Collection<String> others) {
    return groups.stream().filter(group -> !others.contains(group)).toList();
  }
}
