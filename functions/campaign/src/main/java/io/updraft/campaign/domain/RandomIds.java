package io.updraft.campaign.domain;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that nobody can guess. */
public final class RandomIds implements Ids {
  private final SecureRandom random = new SecureRandom();

  @Override
  public String campaign(Instant now) {
    byte[] unique = new byte[TimeSortedId.UNIQUE_BYTES];
    random.nextBytes(unique);
    return TimeSortedId.of("cmp_", now, unique);
  }

  @Override
  public UUID event() {
    return UUID.randomUUID();
  }
}
