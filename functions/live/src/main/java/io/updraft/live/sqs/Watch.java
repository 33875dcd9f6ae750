package io.updraft.live.sqs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * Whether an organization is watched, asked at most once in some seconds: a subscription is asked
 * for seconds before its connection, so that nobody waits for it.
 */
public final class Watch {
  static final Duration KEPT = Duration.ofSeconds(2);

  /** Forgetting all costs one small read for each organization that goes on. */
  private static final int MOST_KEPT = 10_000;

  private final BiPredicate<String, Instant> watched;
  private final Clock clock;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(boolean watched, Instant until) {}

  public Watch(BiPredicate<String, Instant> watched, Clock clock) {
    this.watched = watched;
    this.clock = clock;
  }

  boolean on(String organization) {
    Instant now = clock.instant();
    Answer kept = answers.get(organization);
    if (kept != null && now.isBefore(kept.until())) {
      return kept.watched();
    }
    if (answers.size() >= MOST_KEPT) {
      answers.clear();
    }
    Answer answer = new Answer(watched.test(organization, now), now.plus(KEPT));
    answers.put(organization, answer);
    return answer.watched();
  }
}
