package io.updraft.device.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.published.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks random sequences of everything that can happen to an update. */
class UpdatePropertiesTest {
  private static final int WALKS = 500;
  private static final int STEPS = 40;

  private Tally tally = Tally.NONE;
  private long told;

  @Test
  void keepsItsPromisesOnAnyWalk() {
    for (long seed = 1; seed <= WALKS; seed++) {
      walk(seed);
    }
  }

  private void walk(long seed) {
    Random random = new Random(seed);
    Instant now = Samples.NOW;
    Update update = Samples.created();
    tally = Counted.created(update);
    told = update.course().sequence();
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(20)));
      Update after = moved(update, random, now);
      check("seed %d, step %d: %s".formatted(seed, step, after), update, after);
      update = after;
    }
  }

  private static Update moved(Update update, Random random, Instant now) {
    return switch (random.nextInt(10)) {
      case 0 -> update.status() == UpdateStatus.CREATED ? update.scheduled(now) : update;
      case 1 ->
          update.status().ended() || update.cancelling() ? update : update.cancelled("c", now);
      case 2 -> update.status() == UpdateStatus.FAILED ? update.retried(now) : update;
      case 3 -> update.swept(now);
      default -> update.reported(randomReport(random), now);
    };
  }

  private static Report randomReport(Random random) {
    UpdateStatus[] all = UpdateStatus.values();
    UpdateStatus status = all[2 + random.nextInt(all.length - 2)];
    return new Report(
        status,
        percent(random),
        percent(random),
        percent(random),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable Double percent(Random random) {
    return random.nextBoolean() ? null : random.nextDouble(100);
  }

  private void check(String when, Update before, Update after) {
    if (after.equals(before)) {
      return;
    }
    boolean moved = after.status() != before.status();
    assertThat(!moved || before.status().mayMoveTo(after.status())).as(when).isTrue();
    assertThat(after.course().revision()).as(when).isEqualTo(before.course().revision() + 1);
    checkProgress(when, before, after);
    checkCounts(when, before, after);
    checkEvents(when, before, after);
  }

  private static void checkProgress(String when, Update before, Update after) {
    boolean newAttempt = before.status() == UpdateStatus.FAILED;
    assertThat(after.course().progress().overall()).as(when).isBetween(0.0, 100.0);
    if (!newAttempt) {
      assertThat(after.course().progress().overall())
          .as(when)
          .isGreaterThanOrEqualTo(before.course().progress().overall());
    }
  }

  private void checkCounts(String when, Update before, Update after) {
    tally = tally.plus(Counted.between(before, after));
    assertThat(tally).as(when).isEqualTo(Counted.created(after));
    assertThat(tally.total())
        .as(when)
        .isEqualTo(
            tally.pending()
                + tally.inProgress()
                + tally.completed()
                + tally.failed()
                + tally.cancelled());
  }

  private void checkEvents(String when, Update before, Update after) {
    told += Announcement.between(before, after).isPresent() ? 1 : 0;
    assertThat(after.course().sequence()).as(when).isEqualTo(told);
    if (after.status().ended() && !before.status().ended()) {
      assertThat(Announcement.between(before, after)).as(when).isPresent();
    }
  }
}
