package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.FirmwareId;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Firmware on its table; each change is one transaction with its event. */
public final class DynamoFirmwares implements Firmwares {
  private final Dynamo dynamo;
  private final String table;
  private final ChangeTransaction transactions;

  /**
   * Keeps firmware in one table and tells of it through another.
   *
   * @param eventIds where the identity of each event comes from
   */
  public DynamoFirmwares(Dynamo dynamo, String table, Outbox outbox, Supplier<UUID> eventIds) {
    this.dynamo = dynamo;
    this.table = table;
    this.transactions = new ChangeTransaction(table, outbox, eventIds);
  }

  @Override
  public Optional<Firmware> find(String organization, String firmwareId) {
    if (!FirmwareId.isOne(firmwareId)) {
      return Optional.empty(); // As a key it might be longer than the table takes.
    }
    return dynamo
        .get(table, Keys.firmware(organization, firmwareId), Reading.CONSISTENT)
        .map(FirmwareItem::read);
  }

  @Override
  public Optional<Firmware> save(Change change) {
    Firmware written = change.after().written(change.event().isPresent());
    return switch (dynamo.commit(transactions.of(change, written))) {
      case Commit.Committed() -> Optional.of(written);
      case Commit.Refused _ -> Optional.empty();
    };
  }

  @Override
  public Optional<Ticket> ticket(Place place) {
    return dynamo
        .get(table, Keys.upload(place.organization(), place.uploadId()), Reading.CONSISTENT)
        .map(TicketItem::read);
  }

  @Override
  public List<Ticket> overdue(Instant time, int limit) {
    PartitionQuery query =
        PartitionQuery.of(
                table,
                "list_pk = :due AND list_sk < :time",
                v -> v.text(":due", Keys.DUE).text(":time", ItemBuilder.sortable(time)))
            .onIndex(Keys.NEWEST)
            .limited(limit);
    return dynamo.query(query).items().stream().map(TicketItem::read).toList();
  }
}
