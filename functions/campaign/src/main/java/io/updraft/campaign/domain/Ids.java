package io.updraft.campaign.domain;

import java.time.Instant;
import java.util.UUID;

/** Where new ids come from. */
public interface Ids {
  /** Sorts by time: {@code cmp_} and 26 characters. */
  String campaign(Instant now);

  UUID event();
}
