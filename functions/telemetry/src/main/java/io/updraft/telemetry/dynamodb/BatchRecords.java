package io.updraft.telemetry.dynamodb;

import com.github.f4b6a3.ulid.Ulid;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.intake.Arrivals;
import io.updraft.telemetry.intake.Arrivals.Batch;
import io.updraft.telemetry.intake.Arrivals.Claim;
import io.updraft.telemetry.intake.MetricMark;
import io.updraft.telemetry.intake.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Batches that their senders have named. A record is written before the block of its points, and
 * holds what was answered and where the block is: so a repeated call finds out whether it was kept,
 * and a call that ended in between is taken up again.
 */
final class BatchRecords {
  /**
   * Until then a block may still come under its arrival id. Longer than a function runs; with it,
   * shorter than {@code MergeDevice} leaves what has just arrived alone.
   */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private static final int ATTEMPTS = 4;

  private final Dynamo dynamo;
  private final TelemetryTables tables;

  BatchRecords(Dynamo dynamo, TelemetryTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  Claim claim(Batch batch, String arrivalId, Instant now, Taken.Stored answer) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Commit commit = dynamo.write(record(batch, arrivalId, now, answer));
      if (!(commit instanceof Commit.Refused refused)) {
        return new Claim.New(arrivalId);
      }
      Item found = refused.found().values().iterator().next();
      Optional<Claim> claim = taken(batch, found, arrivalId, now);
      if (claim.isPresent()) {
        return claim.get();
      }
    }
    throw new DependencyUnavailable("The batch", Duration.ofSeconds(2), null);
  }

  private Guarded record(Batch batch, String arrivalId, Instant now, Taken.Stored answer) {
    return Guarded.put(tables.series(), written(batch, arrivalId, now, answer))
        .when("attribute_not_exists(pk) OR expires_at <= :now")
        .with(v -> v.expiry(":now", now));
  }

  private static Map<String, AttributeValue> written(
      Batch batch, String arrivalId, Instant now, Taken.Stored answer) {
    ItemBuilder item =
        Item.build()
            .text("pk", key(batch).pk())
            .text("sk", key(batch).sk())
            .text("arrival_id", arrivalId)
            .expiry("expires_at", now.plus(Arrivals.REMEMBERED));
    return AnswerItems.add(item, answer).attributes();
  }

  /** Empty where somebody else has just taken it up. */
  private Optional<Claim> taken(Batch batch, Item found, String arrivalId, Instant now) {
    String earlier = found.text("arrival_id");
    if (kept(batch, earlier)) {
      return Optional.of(new Claim.Repeated(AnswerItems.read(found)));
    }
    if (now.isBefore(Ulid.from(earlier).getInstant().plus(UNDER_WAY))) {
      return Optional.of(new Claim.New(earlier));
    }
    Guarded anew =
        Guarded.update(tables.series(), key(batch), "SET arrival_id = :new")
            .when("arrival_id = :old")
            .with(v -> v.text(":new", arrivalId).text(":old", earlier));
    return dynamo.write(anew) instanceof Commit.Committed
        ? Optional.of(new Claim.New(arrivalId))
        : Optional.empty();
  }

  Optional<Taken.Stored> answered(Batch batch, Instant now) {
    return dynamo
        .get(tables.series(), key(batch), Reading.CONSISTENT)
        .filter(found -> found.number("expires_at") > now.getEpochSecond())
        .filter(found -> kept(batch, found.text("arrival_id")))
        .map(AnswerItems::read);
  }

  private boolean kept(Batch batch, String arrivalId) {
    Key key = ArrivalItems.key(batch.organization(), batch.deviceId(), arrivalId);
    return dynamo.get(tables.arrivals(), key, Reading.CONSISTENT).isPresent();
  }

  private static Key key(Batch batch) {
    return new Key(
        SeriesKeys.device(batch.organization(), batch.deviceId()),
        SeriesKeys.BATCH + MetricMark.hash(batch.batchId(), 18));
  }
}
