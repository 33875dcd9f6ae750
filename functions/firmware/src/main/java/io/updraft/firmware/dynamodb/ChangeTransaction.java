package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.Transaction;
import io.updraft.events.Envelope;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Ticket;
import io.updraft.firmware.domain.Upload;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes all that one change of a firmware touches as one transaction. */
final class ChangeTransaction {
  private final String table;
  private final Outbox outbox;
  private final Supplier<UUID> eventIds;

  ChangeTransaction(String table, Outbox outbox, Supplier<UUID> eventIds) {
    this.table = table;
    this.outbox = outbox;
    this.eventIds = eventIds;
  }

  Transaction of(Change change, Firmware written) {
    Transaction transaction = new Transaction().add("firmware", firmware(change, written));
    addTickets(transaction, change);
    addClearance(transaction, change);
    change
        .event()
        .map(e -> Envelope.of(e, change.origin(), written.sequence(), eventIds.get()))
        .ifPresent(envelope -> transaction.announce(outbox, envelope));
    return transaction;
  }

  private Guarded firmware(Change change, Firmware written) {
    var item = FirmwareItem.write(written);
    return change
        .before()
        .map(
            before ->
                Guarded.put(table, item)
                    .when("revision = :revision")
                    .with(v -> v.number(":revision", before.revision())))
        .orElseGet(() -> Guarded.create(table, item));
  }

  private void addTickets(Transaction transaction, Change change) {
    Optional<Upload> before = change.before().flatMap(ChangeTransaction::upload);
    Optional<Upload> after = upload(change.after());
    if (before.equals(after)) {
      return;
    }
    String organization = change.after().organization();
    before.ifPresent(
        ended ->
            transaction.add(
                "ended upload",
                Guarded.delete(table, Keys.upload(organization, ended.uploadId()))));
    after.ifPresent(
        begun ->
            transaction.add(
                "begun upload",
                Guarded.create(
                    table,
                    TicketItem.write(
                        new Ticket(organization, change.after().firmwareId(), begun)))));
  }

  private void addClearance(Transaction transaction, Change change) {
    boolean cleared = change.before().filter(b -> b.stage() instanceof Stage.Verified).isPresent();
    Firmware after = change.after();
    if (after.stage() instanceof Stage.Verified verified) {
      transaction.add("clearance", cleared ? restated(after) : first(after, verified));
    } else if (cleared) {
      transaction.add("clearance", Guarded.delete(table, clearance(after)));
      transaction.add(
          "figures", Guarded.delete(table, Keys.figures(after.organization(), after.firmwareId())));
    }
  }

  private Guarded first(Firmware firmware, Stage.Verified verified) {
    return Guarded.put(
        table, ClearanceItem.first(firmware.facts(verified), verified.kept().file()));
  }

  /** The gates of campaigns are in the same item, and stay as they are. */
  private Guarded restated(Firmware firmware) {
    return Guarded.update(table, clearance(firmware), "SET #status = :status")
        .when("attribute_exists(pk)")
        .with(v -> v.text(":status", firmware.stage().wireName()));
  }

  private static Key clearance(Firmware firmware) {
    return Keys.clearance(firmware.organization(), firmware.firmwareId());
  }

  private static Optional<Upload> upload(Firmware firmware) {
    return firmware.stage() instanceof Stage.Incoming incoming
        ? Optional.of(incoming.upload())
        : Optional.empty();
  }
}
