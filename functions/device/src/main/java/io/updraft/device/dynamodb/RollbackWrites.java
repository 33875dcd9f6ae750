package io.updraft.device.dynamodb;

import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackEnd;
import io.updraft.device.domain.RollbackStatus;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.Transaction;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.RollbackEvent;
import java.util.UUID;

/** The parts of transactions that write the record of a rollback, with its events. */
final class RollbackWrites {
  /** The part that writes the record. */
  static final String ROLLBACK = "rollback";

  private static final long FIRST = 1;
  private static final long LAST = 2;

  private final String table;
  private final Outbox outbox;

  RollbackWrites(DeviceTables tables) {
    table = tables.updates();
    outbox = new Outbox(tables.outbox());
  }

  Transaction begun(Rollback rollback, Origin origin) {
    Transaction begun =
        new Transaction().add(ROLLBACK, Guarded.create(table, RollbackItems.toItem(rollback)));
    announce(begun, RollbackEnd.initiated(rollback), origin, FIRST);
    return begun;
  }

  /** One that fails with its beginning tells of both. */
  Transaction failed(Rollback rollback, Origin origin) {
    Transaction failed = begun(rollback, origin);
    announce(failed, RollbackEnd.failed(rollback), origin, LAST);
    return failed;
  }

  Transaction ended(String organization, RollbackEnd end, Origin origin) {
    Transaction ended = new Transaction().add(ROLLBACK, end(organization, end));
    announce(ended, end.event(), origin, LAST);
    return ended;
  }

  private Guarded end(String organization, RollbackEnd end) {
    String message = end.errorMessage() == null ? "" : ", error_message = :message";
    return Guarded.update(
            table,
            RollbackItems.key(organization, end.rollbackId()),
            "SET #status = :status, completed_at = :now" + message)
        .when("#status = :unfinished")
        .with(v -> v.text(":status", end.status().wireName()).time(":now", end.at()))
        .with(v -> v.text(":unfinished", RollbackStatus.IN_PROGRESS.wireName()))
        .with(v -> v.text(":message", end.errorMessage()));
  }

  private void announce(Transaction to, RollbackEvent event, Origin origin, long sequence) {
    to.announce(outbox, Envelope.of(event, origin, sequence, UUID.randomUUID()));
  }
}
