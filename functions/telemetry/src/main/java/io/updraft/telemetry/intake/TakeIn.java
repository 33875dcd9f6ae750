package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Arrivals.Batch;
import io.updraft.telemetry.intake.Arrivals.Claim;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges data points one by one and keeps the good ones of a device as one block. */
public final class TakeIn {
  /** As many points of one device are taken at once. */
  public static final int MOST_POINTS = 1_000;

  private final Definitions definitions;
  private final Arrivals arrivals;
  private final Introduction introduction;
  private final ArrivalIds ids;
  private final Clock clock;

  public TakeIn(
      Definitions definitions,
      Arrivals arrivals,
      Introduction introduction,
      ArrivalIds ids,
      Clock clock) {
    this.definitions = definitions;
    this.arrivals = arrivals;
    this.introduction = introduction;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Keeps the good points of one device.
   *
   * @param sender who sends; may speak for the device
   * @param offered 1 to {@link #MOST_POINTS}, in the order in which they were sent
   * @param batchId what tells a repeated call within 24 hours from a new one, or null
   */
  public Taken take(
      Sender sender, String deviceId, List<Offered> offered, @Nullable String batchId) {
    Instant now = clock.instant();
    Judge judge = new Judge(definitions.of(sender.organization(), metrics(offered)), now);
    Sorted sorted = Sorted.of(offered, judge);
    Batch batch = batchId == null ? null : new Batch(sender.organization(), deviceId, batchId);
    if (sorted.isEmpty()) {
      return allRefused(sorted, batch, now);
    }
    return switch (introduction.introduce(sender, deviceId, sorted, now)) {
      case Introduction.Outcome.QuotaUsed(Taken.QuotaUsed used) -> used;
      case Introduction.Outcome.Introduced(Sorted within) when within.isEmpty() ->
          allRefused(within, batch, now);
      case Introduction.Outcome.Introduced(Sorted within) ->
          claimed(sender, deviceId, within, judge, batch, now);
    };
  }

  private static Set<String> metrics(List<Offered> offered) {
    Set<String> metrics = new HashSet<>();
    for (Offered one : offered) {
      if (one instanceof Offered.Point point) {
        metrics.add(point.metric());
      }
    }
    return metrics;
  }

  private Taken allRefused(Sorted sorted, @Nullable Batch batch, Instant now) {
    Optional<Taken> before =
        batch == null ? Optional.empty() : arrivals.answered(batch, now).map(Taken.class::cast);
    return before.orElseGet(() -> new Taken.AllRefused(sorted.refused()));
  }

  private Taken claimed(
      Sender sender,
      String deviceId,
      Sorted sorted,
      Judge judge,
      @Nullable Batch batch,
      Instant now) {
    Accepted accepted = sorted.accepted();
    Taken.Stored stored =
        new Taken.Stored(accepted.points(), accepted.outOfRange(), sorted.refused());
    return switch (claim(batch, now, stored)) {
      case Claim.Repeated(Taken.Stored before) -> before;
      case Claim.New(String arrivalId) ->
          kept(
              new Arrival(
                  sender.origin(),
                  deviceId,
                  arrivalId,
                  accepted.series(),
                  accepted.points(),
                  now,
                  expiresAt(accepted.expiresAt(judge), batch, now)),
              stored);
    };
  }

  /** A block by which a batch is known stays as long as that has to be. */
  private static Instant expiresAt(Instant expiresAt, @Nullable Batch batch, Instant now) {
    Instant remembered = now.plus(Arrivals.REMEMBERED);
    return batch == null || expiresAt.isAfter(remembered) ? expiresAt : remembered;
  }

  private Claim claim(@Nullable Batch batch, Instant now, Taken.Stored stored) {
    String arrivalId = ids.next(now);
    return batch == null ? new Claim.New(arrivalId) : arrivals.claim(batch, arrivalId, now, stored);
  }

  // The block comes last: until it is there nothing is acknowledged, and what was done before it
  // is done again, or found done, when the sender tries again.
  private Taken kept(Arrival arrival, Taken.Stored stored) {
    return switch (arrivals.keep(arrival)) {
      case DURABLE -> stored;
      case TOO_LARGE -> new Taken.TooLarge();
    };
  }
}
