package io.updraft.access.keys.list;

import io.updraft.access.domain.ApiKey;
import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyId;
import io.updraft.access.domain.OrganizationId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the keys that can still be used, newest first. */
final class ListKeys {
  private static final int BATCH = 200;

  private final ApiKeys keys;
  private final Clock clock;

  ListKeys(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Part of the list, and whether more follows. */
  record Part(List<ApiKey> keys, boolean more) {}

  /** Expired keys are left out here, since time to live takes its time. */
  Part list(OrganizationId organization, @Nullable KeyId before, int offset, int limit) {
    List<ApiKey> living = new ArrayList<>();
    KeyId last = before;
    int read = BATCH;
    while (read == BATCH && living.size() <= offset + limit) {
      List<ApiKey> batch = keys.list(organization, last, BATCH);
      batch.stream().filter(key -> !key.hasExpired(clock.instant())).forEach(living::add);
      read = batch.size();
      last = batch.isEmpty() ? last : batch.getLast().id();
    }
    return new Part(
        living.stream().skip(offset).limit(limit).toList(), living.size() > offset + limit);
  }
}
