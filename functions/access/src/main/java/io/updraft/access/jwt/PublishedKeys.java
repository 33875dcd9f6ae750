package io.updraft.access.jwt;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.updraft.lambda.DependencyUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys, kept for ten minutes, and for an hour while the issuer is away. A key that is
 * not among them makes them be fetched again, since issuers rotate, but at most every 30 s, since
 * anyone can invent a key's name.
 *
 * <p>Not the library's own cache, which can't tell "there is no such key" from "the issuer could
 * not be asked": the first must be answered and kept, the second must not.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration USABLE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 2;
  private static final int MAX_JITTER_MILLIS = 200;

  /** Keys and when they were fetched. */
  private record Fetched(JWKSet keys, Instant at) {
    boolean youngerThan(Duration age, Instant now) {
      return now.isBefore(at.plus(age));
    }
  }

  private final JwksDownload download;
  private final Clock clock;

  private volatile @Nullable Fetched latest;
  private Instant nextFetch = Instant.MIN;
  private @Nullable IOException failure;

  PublishedKeys(JwksDownload download, Clock clock) {
    this.download = download;
    this.clock = clock;
  }

  /**
   * The keys that fit a token.
   *
   * @throws DependencyUnavailable when that can't be told, because the issuer is away
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    JWKSet known = known();
    List<JWK> fitting = selector.select(known);
    return fitting.isEmpty() ? selector.select(newerThan(known)) : fitting;
  }

  private JWKSet known() {
    Fetched kept = latest;
    if (kept != null && kept.youngerThan(FRESH, clock.instant())) {
      return kept.keys();
    }
    try {
      return newerThan(kept == null ? null : kept.keys());
    } catch (DependencyUnavailable away) {
      if (kept != null && kept.youngerThan(USABLE, clock.instant())) {
        return kept.keys();
      }
      throw away;
    }
  }

  /** One thread fetches, the others wait and take what it got. */
  @SuppressWarnings("ReferenceEquality") // which fetch they came from, not what is in them
  private synchronized JWKSet newerThan(@Nullable JWKSet seen) {
    Fetched kept = latest;
    if (kept != null && kept.keys() != seen) {
      return kept.keys();
    }
    if (clock.instant().isBefore(nextFetch)) {
      return afterTheLastFetch(kept);
    }
    return fetched();
  }

  private JWKSet afterTheLastFetch(@Nullable Fetched kept) {
    if (failure != null || kept == null) {
      throw unavailable();
    }
    return kept.keys();
  }

  private JWKSet fetched() {
    try {
      JWKSet keys = fetchWithRetry();
      failure = null;
      latest = new Fetched(keys, clock.instant());
      nextFetch = clock.instant().plus(PAUSE);
      return keys;
    } catch (IOException away) {
      failure = away;
      nextFetch = clock.instant().plus(PAUSE_AFTER_FAILURE);
      throw unavailable();
    }
  }

  private JWKSet fetchWithRetry() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return download.fetch();
      } catch (IOException away) {
        if (attempt == ATTEMPTS) {
          throw away;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(RandomGenerator.getDefault().nextLong(MAX_JITTER_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private DependencyUnavailable unavailable() {
    return new DependencyUnavailable("The token issuer", PAUSE_AFTER_FAILURE, failure);
  }
}
