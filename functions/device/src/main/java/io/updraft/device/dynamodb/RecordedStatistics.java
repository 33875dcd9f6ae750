package io.updraft.device.dynamodb;

import io.updraft.device.dynamodb.StatisticsItems.Kept;
import io.updraft.device.published.LastDay;
import io.updraft.device.published.TallyName;
import io.updraft.device.published.UpdateCounts;
import io.updraft.device.published.UpdateFigures;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import io.updraft.firmware.published.Clearances;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Clock;
import java.time.Duration;

/**
 * Carries what tallies say to the figures of each firmware of an organization, each change once
 * however often it is told: what was carried already is kept per tally, and moves with the figures
 * in one transaction.
 */
final class RecordedStatistics {
  private static final int ATTEMPTS = 10;

  private final Dynamo dynamo;
  private final String table;
  private final Tallies tallies;
  private final Clearances clearances;
  private final Clock clock;

  RecordedStatistics(
      Dynamo dynamo, String table, Tallies tallies, Clearances clearances, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.tallies = tallies;
    this.clearances = clearances;
    this.clock = clock;
  }

  /**
   * Returns the tally as it was read. What was carried is read <em>before</em> the tally: then each
   * shard is at least as new as what was carried of it, and a commit on the same state can't lose
   * what another reader has seen and this one has not.
   */
  Tallies.Summed record(TallyName name) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Kept carried = kept(StatisticsItems.tally(name.organization(), name.tallied()));
      Tallies.Summed now = tallies.read(name.organization(), name.tallied());
      if (now.moves() == carried.version() || committed(name, carried, now)) {
        return now;
      }
    }
    throw new DependencyUnavailable("DynamoDB", Duration.ofSeconds(1), null);
  }

  private boolean committed(TallyName name, Kept carried, Tallies.Summed now) {
    String firmwareId = firmwareId(carried, now);
    Key tallyKey = StatisticsItems.tally(name.organization(), name.tallied());
    Key firmwareKey = StatisticsItems.firmware(name.organization(), firmwareId);
    Kept firmware = known(name.organization(), firmwareId, kept(firmwareKey));
    UpdateFigures before = carried.updates().figures();
    Kept tally = new Kept(now.moves(), firmware.updates().with(changed(before, before, now)));
    Kept after =
        new Kept(
            firmware.version() + 1,
            firmware.updates().with(changed(firmware.updates().figures(), before, now)));
    return dynamo.commit(
            new Transaction()
                .add("tally", StatisticsItems.write(table, tallyKey, carried.version(), tally))
                .add(
                    "firmware",
                    StatisticsItems.write(table, firmwareKey, firmware.version(), after)))
        instanceof Commit.Committed;
  }

  /** What was carried to one firmware is corrected there, whatever the tally counts since. */
  private static String firmwareId(Kept carried, Tallies.Summed now) {
    return carried.version() > 0 ? carried.updates().firmwareId() : now.firmwareId();
  }

  /** Whichever figures they are, they change by what has come to the tally since. */
  private UpdateFigures changed(UpdateFigures figures, UpdateFigures before, Tallies.Summed now) {
    return figures.changed(
        UpdateCounts.of(now.tally()).minus(before.counts()),
        now.durations().minus(before.durations()),
        LastDay.hour(clock.instant()));
  }

  private Kept kept(Key key) {
    return dynamo
        .get(table, key, Reading.CONSISTENT)
        .map(StatisticsItems::read)
        .orElse(Kept.NOTHING);
  }

  /** What never changes of a firmware is looked up once, for its first update. */
  private Kept known(String organization, String firmwareId, Kept kept) {
    return kept.version() > 0
        ? kept
        : new Kept(0, DynamoUpdateStatistics.firmware(clearances, organization, firmwareId));
  }
}
