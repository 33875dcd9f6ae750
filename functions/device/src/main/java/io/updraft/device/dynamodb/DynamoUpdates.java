package io.updraft.device.dynamodb;

import io.updraft.device.domain.Announcement;
import io.updraft.device.domain.Commands;
import io.updraft.device.domain.Counted;
import io.updraft.device.domain.Message;
import io.updraft.device.domain.RollbackEnd;
import io.updraft.device.domain.Timing;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Tally;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.dynamodb.Transaction;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.UpdateEvent;
import io.updraft.firmware.published.FirmwareCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Updates in DynamoDB. */
public final class DynamoUpdates implements Updates {
  private static final String UPDATE = "update";

  /** The parts of a creation whose refusal says what stands against it. */
  static final String DEVICE = "device";

  static final String FIRMWARE = "firmware";

  private final Dynamo dynamo;
  private final String table;
  private final DeviceNotes notes;
  private final Tallies tallies;
  private final RollbackWrites rollbacks;
  private final DeviceHistory history;
  private final Outbox outbox;
  private final FirmwareCatalogue firmware;

  public DynamoUpdates(Dynamo dynamo, DeviceTables tables, FirmwareCatalogue firmware) {
    this.dynamo = dynamo;
    this.table = tables.updates();
    this.notes = new DeviceNotes(tables.devices());
    this.tallies = new Tallies(dynamo, tables.tallies());
    this.rollbacks = new RollbackWrites(tables);
    this.history = new DeviceHistory(dynamo, table);
    this.outbox = new Outbox(tables.outbox());
    this.firmware = firmware;
  }

  @Override
  public Optional<Update> find(String organization, String updateId) {
    return dynamo
        .get(table, UpdateItems.key(organization, updateId), Reading.CONSISTENT)
        .map(UpdateItems::toUpdate);
  }

  @Override
  public Optional<Glance> glance(String organization, String updateId) {
    String pk = Key.join(organization, updateId);
    List<Item> items =
        dynamo.query(PartitionQuery.of(table, "pk = :pk", v -> v.text(":pk", pk))).items();
    return items.stream()
        .filter(UpdateItems::isUpdate)
        .findFirst()
        .map(i -> new Glance(UpdateItems.toUpdate(i), commands(items), messages(items)));
  }

  private static Commands commands(List<Item> items) {
    return items.stream()
        .filter(CommandsItem::is)
        .map(CommandsItem::read)
        .findFirst()
        .orElse(Commands.NONE);
  }

  private static List<Message> messages(List<Item> items) {
    return items.stream()
        .filter(MessagesItem::is)
        .map(MessagesItem::read)
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public Stored move(
      Update before, Update after, Origin origin, @Nullable String installedVersion) {
    return move(before, after, origin, installedVersion, Commands.NONE);
  }

  /** Releasing brings the commands along, so that a target costs nothing for them before. */
  Stored move(
      Update before,
      Update after,
      Origin origin,
      @Nullable String installedVersion,
      Commands commands) {
    Transaction withoutDevice = change(before, after, origin, commands);
    Optional<Guarded> note = notes.changed(before, after, installedVersion);
    if (note.isEmpty()) {
      return stored(commit(withoutDevice));
    }
    Commit commit = dynamo.commit(new Transaction().include(withoutDevice).add(DEVICE, note.get()));
    return commit instanceof Commit.Refused refused && !refused.by(UPDATE)
        ? withoutItsDevice(before, after, withoutDevice)
        : stored(commit);
  }

  /** The device is gone, or came back as another one: what ends here ends nevertheless. */
  private Stored withoutItsDevice(Update before, Update after, Transaction withoutDevice) {
    boolean retry = before.status() == UpdateStatus.FAILED && !after.status().ended();
    return retry ? Stored.TAKEN : stored(commit(withoutDevice));
  }

  private Transaction change(Update before, Update after, Origin origin, Commands commands) {
    Transaction change = new Transaction().add(UPDATE, guarded(before, after));
    Tally by = Counted.between(before, after);
    if (!by.equals(Tally.NONE)) {
      change.add("tally", tallies.moved(after.assignment(), by, Timing.between(before, after)));
    }
    addCommands(change, after, commands);
    Announcement.between(before, after).ifPresent(e -> announce(change, after, e, origin));
    String organization = after.assignment().organization();
    RollbackEnd.between(before, after)
        .ifPresent(end -> change.include(rollbacks.ended(organization, end, origin)));
    return change;
  }

  private Guarded guarded(Update before, Update after) {
    return Guarded.put(table, UpdateItems.toItem(after))
        .when("revision = :revision")
        .with(v -> v.number(":revision", before.course().revision()));
  }

  private void addCommands(Transaction change, Update update, Commands commands) {
    if (!commands.none()) {
      change.add("commands", Guarded.put(table, CommandsItem.write(update.assignment(), commands)));
    }
  }

  private void announce(Transaction change, Update after, UpdateEvent event, Origin origin) {
    long sequence = after.course().sequence();
    change.announce(outbox, Envelope.of(event, origin, sequence, UUID.randomUUID()));
  }

  /** A change of the update alone is written alone, at half the price. */
  private Commit commit(Transaction change) {
    return change.size() == 1 ? dynamo.write(change.only()) : dynamo.commit(change);
  }

  private static Stored stored(Commit commit) {
    return switch (commit) {
      case Commit.Committed _ -> Stored.MOVED;
      case Commit.Refused _ -> Stored.OVERTAKEN;
    };
  }

  @Override
  public Creation create(Update update, Commands commands, Origin origin, boolean refer) {
    Transaction creation = single(update, origin, refer);
    addCommands(creation, update, commands);
    return switch (dynamo.commit(creation)) {
      case Commit.Committed _ -> Creation.CREATED;
      case Commit.Refused refused -> refused.by(FIRMWARE) ? Creation.FIRMWARE_GONE : Creation.TAKEN;
    };
  }

  /** All that a new update by itself writes, but its commands. */
  Transaction single(Update update, Origin origin, boolean refer) {
    Transaction creation = creation(update, origin, DEVICE);
    creation.add("tally", tallies.moved(update.assignment(), Counted.created(update)));
    if (refer) {
      String organization = update.assignment().organization();
      creation.add(FIRMWARE, firmware.refer(organization, update.assignment().firmwareId()));
    }
    return creation;
  }

  /**
   * One of many new updates in a transaction; a device that is taken is told by its part's name.
   */
  Transaction target(Update update, Origin origin) {
    return creation(update, origin, CampaignUpdates.part(update.assignment().deviceId()));
  }

  /** All but the tally, which many may share. */
  private Transaction creation(Update update, Origin origin, String devicePart) {
    Transaction creation =
        new Transaction()
            .add(UPDATE, Guarded.create(table, UpdateItems.toItem(update)))
            .add(devicePart, notes.taken(update));
    announce(creation, update, Announcement.ofCreated(update), origin);
    return creation;
  }

  @Override
  public History ofDevice(String organization, String deviceId, int limit, @Nullable String after) {
    return history.page(organization, deviceId, limit, after);
  }
}
