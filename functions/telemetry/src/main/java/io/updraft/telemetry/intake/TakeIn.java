package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Arrivals.Batch;
import io.updraft.telemetry.intake.Arrivals.Claim;
import io.updraft.telemetry.intake.Taken.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    Accepted accepted = new Accepted();
    List<Refusal> refused = sorted(offered, judge, accepted);
    Batch batch = batchId == null ? null : new Batch(sender.organization(), deviceId, batchId);
    if (accepted.isEmpty()) {
      return answered(batch, now).orElseGet(() -> new Taken.AllRefused(refused));
    }
    Taken.Stored stored = new Taken.Stored(accepted.points(), accepted.outOfRange(), refused);
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
                  accepted.expiresAt(judge)),
              sender,
              stored);
    };
  }

  private static Set<String> metrics(List<Offered> offered) {
    return offered.stream()
        .filter(Offered.Point.class::isInstance)
        .map(point -> ((Offered.Point) point).metric())
        .collect(Collectors.toSet());
  }

  private static List<Refusal> sorted(List<Offered> offered, Judge judge, Accepted accepted) {
    List<Refusal> refused = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      Offered.Wrong wrong =
          switch (offered.get(i)) {
            case Offered.Wrong already -> already;
            case Offered.Point point -> judged(point, judge, accepted);
          };
      if (wrong != null) {
        refused.add(new Refusal(i, wrong.field(), wrong.message()));
      }
    }
    return refused;
  }

  private static Offered.@Nullable Wrong judged(
      Offered.Point point, Judge judge, Accepted accepted) {
    Offered.Wrong complaint = judge.complaint(point);
    if (complaint == null) {
      accepted.add(point.metric(), judge.marked(point));
    }
    return complaint;
  }

  private Optional<Taken> answered(@Nullable Batch batch, Instant now) {
    return batch == null ? Optional.empty() : arrivals.answered(batch, now).map(Taken.class::cast);
  }

  private Claim claim(@Nullable Batch batch, Instant now, Taken.Stored stored) {
    String arrivalId = ids.next(now);
    return batch == null ? new Claim.New(arrivalId) : arrivals.claim(batch, arrivalId, now, stored);
  }

  // The block comes last: until it is there nothing is acknowledged, and what was done before it
  // is done again, or found done, when the sender tries again.
  private Taken kept(Arrival arrival, Sender sender, Taken.Stored stored) {
    Optional<Taken.QuotaUsed> refused = introduction.introduce(arrival, sender);
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (arrivals.keep(arrival)) {
      case DURABLE -> stored;
      case TOO_LARGE -> new Taken.TooLarge();
    };
  }
}
