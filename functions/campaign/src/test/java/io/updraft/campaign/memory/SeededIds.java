package io.updraft.campaign.memory;

import io.updraft.campaign.domain.Ids;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** The same ids for the same seed, since a device's place in a campaign follows from its id. */
public final class SeededIds implements Ids {
  private final SplittableRandom random;

  public SeededIds(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public String campaign(Instant now) {
    return "cmp_%016x".formatted(random.nextLong());
  }

  @Override
  public UUID event() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
