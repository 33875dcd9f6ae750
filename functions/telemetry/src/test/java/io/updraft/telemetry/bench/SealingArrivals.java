package io.updraft.telemetry.bench;

import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.intake.Arrival;
import io.updraft.telemetry.intake.Arrivals;
import io.updraft.telemetry.intake.MetricMark;
import io.updraft.telemetry.intake.Taken;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Seals what arrives and drops it; of devices that are known. */
final class SealingArrivals implements Arrivals {
  private static final Set<String> MARKS =
      IntStream.range(0, 10).mapToObj(i -> MetricMark.of("gauge_" + i)).collect(Collectors.toSet());

  private int bytes;

  @Override
  public Standing standing(String organization, String deviceId) {
    return new Standing(MARKS, Instant.MAX.minusSeconds(1_000_000), true);
  }

  @Override
  public Noted note(String organization, String deviceId, News news) {
    throw new IllegalStateException("nothing is new");
  }

  @Override
  public Kept keep(Arrival arrival) {
    bytes += Block.seal(arrival.series()).length;
    return bytes == 0 ? Kept.TOO_LARGE : Kept.DURABLE;
  }

  @Override
  public Claim claim(Batch batch, String arrivalId, Instant now, Taken.Stored answer) {
    return new Claim.New(arrivalId);
  }

  @Override
  public Optional<Taken.Stored> answered(Batch batch, Instant now) {
    return Optional.empty();
  }
}
