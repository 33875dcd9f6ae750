package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Transaction;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.intake.Arrival;
import io.updraft.telemetry.intake.Arrivals;
import io.updraft.telemetry.intake.MetricMark;
import io.updraft.telemetry.intake.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arrivals on DynamoDB: one item a request and device, of as many write units as it has KB. */
public final class DynamoArrivals implements Arrivals {
  /** Bytes; an item takes 400 KB, keys and names included. */
  static final int MOST_BYTES = 390_000;

  /** Two parts a metric and one for the state make the transaction. */
  private static final int METRICS_AT_ONCE = (Transaction.MOST_WRITES - 1) / 2;

  private final Dynamo dynamo;
  private final TelemetryTables tables;
  private final BatchRecords batches;

  public DynamoArrivals(Dynamo dynamo, TelemetryTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.batches = new BatchRecords(dynamo, tables);
  }

  @Override
  public Standing standing(String organization, String deviceId) {
    return dynamo
        .get(tables.series(), SeriesKeys.state(organization, deviceId), Reading.EVENTUAL)
        .map(DynamoArrivals::standing)
        .orElse(Standing.UNKNOWN);
  }

  private static Standing standing(Item state) {
    Instant seen = state.has("seen_at") ? state.time("seen_at") : Instant.EPOCH;
    return new Standing(
        Set.copyOf(state.texts("marks")), seen, state.has("due_at") && !state.flag("idle"));
  }

  @Override
  public Noted note(String organization, String deviceId, News news) {
    List<FirstPoints> metrics = news.metrics();
    for (int from = 0; from == 0 || from < metrics.size(); from += METRICS_AT_ONCE) {
      int to = Math.min(metrics.size(), from + METRICS_AT_ONCE);
      Transaction some = noted(organization, deviceId, news, metrics.subList(from, to));
      if (dynamo.commit(some) instanceof Commit.Refused refused) {
        return new Noted.NoRoom(standing(refused.found().values().iterator().next()));
      }
    }
    return new Noted.Done();
  }

  private Transaction noted(
      String organization, String deviceId, News news, List<FirstPoints> metrics) {
    Transaction transaction =
        new Transaction().add("state", state(organization, deviceId, news, metrics));
    for (FirstPoints first : metrics) {
      transaction
          .add("metric " + first.metric(), metric(organization, deviceId, first))
          .add("holder " + first.metric(), holder(organization, deviceId, first));
    }
    return transaction;
  }

  private Guarded state(
      String organization, String deviceId, News news, List<FirstPoints> metrics) {
    Guarded contact =
        Guarded.update(
                tables.series(),
                SeriesKeys.state(organization, deviceId),
                "SET seen_at = :seen, due_at = if_not_exists(due_at, :due),"
                    + " due_part = if_not_exists(due_part, :part) REMOVE idle"
                    + (metrics.isEmpty() ? "" : " ADD marks :marks"))
            .with(v -> v.time(":seen", news.seen()).time(":due", news.mergeDue()))
            .with(v -> v.text(":part", DueParts.of(organization, deviceId)));
    return metrics.isEmpty() ? contact : withRoom(contact, metrics);
  }

  /** Not for more metrics than a device may have, whoever else brings some at the same time. */
  private static Guarded withRoom(Guarded contact, List<FirstPoints> metrics) {
    return contact
        .when("attribute_not_exists(marks) OR size(marks) <= :others")
        .with(v -> v.number(":others", PointLimits.MOST_METRICS - metrics.size()))
        .with(v -> v.set(":marks", metrics.stream().map(m -> MetricMark.of(m.metric())).toList()));
  }

  private Guarded metric(String organization, String deviceId, FirstPoints first) {
    return Guarded.update(
            tables.series(),
            SeriesKeys.metric(organization, deviceId, first.metric()),
            "SET first_at = if_not_exists(first_at, :first),"
                + " last_at = if_not_exists(last_at, :last)")
        .with(v -> v.number(":first", first.first()).number(":last", first.last()));
  }

  private Guarded holder(String organization, String deviceId, FirstPoints first) {
    return Guarded.put(
        tables.series(), SeriesKeys.holder(organization, first.metric(), deviceId).attributes());
  }

  @Override
  public Kept keep(Arrival arrival) {
    byte[] block = Block.seal(arrival.series());
    if (block.length > MOST_BYTES) {
      return Kept.TOO_LARGE;
    }
    dynamo.write(Guarded.put(tables.arrivals(), ArrivalItems.written(arrival, block)));
    return Kept.DURABLE;
  }

  @Override
  public Claim claim(Batch batch, String arrivalId, Instant now, Taken.Stored answer) {
    return batches.claim(batch, arrivalId, now, answer);
  }

  @Override
  public Optional<Taken.Stored> answered(Batch batch, Instant now) {
    return batches.answered(batch, now);
  }
}
