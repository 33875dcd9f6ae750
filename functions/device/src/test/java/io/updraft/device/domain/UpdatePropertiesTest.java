package io.updraft.device.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.published.Discretion;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
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
    Update update = created(random);
    tally = Counted.created(update);
    told = update.course().sequence();
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(20)));
      Update after = moved(update, random, now);
      check("seed %d, step %d: %s".formatted(seed, step, after), update, after);
      update = after;
    }
  }

  private static Update created(Random random) {
    Set<RollbackTrigger> triggers = EnumSet.noneOf(RollbackTrigger.class);
    for (RollbackTrigger trigger : RollbackTrigger.values()) {
      if (random.nextBoolean()) {
        triggers.add(trigger);
      }
    }
    Terms terms = new Terms(random.nextBoolean(), triggers, null, Discretion.NONE, null);
    return new Update(
        Samples.assignment("upd_01KFX0000000000000000000AB", Samples.CAMPAIGN, terms),
        Course.created(Samples.NOW));
  }

  private static Update moved(Update update, Random random, Instant now) {
    return switch (random.nextInt(14)) {
      case 0 -> update.status() == UpdateStatus.CREATED ? update.scheduled(now) : update;
      case 1 -> update.settled() || update.cancelling() ? update : update.cancelled("c", now);
      case 2 -> update.status() == UpdateStatus.FAILED ? update.retried(now) : update;
      case 3 -> update.swept(now);
      case 4 -> update.armed(now);
      case 5 -> update.rollbackBegun(now);
      case 6 -> update.retrying() && random.nextBoolean() ? update.lapsed("l", now) : update;
      case 7 -> update.retrying() ? update.putOff(now.plusSeconds(300), now) : update;
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
        random.nextInt(3) == 0 ? Double.valueOf(100) : percent(random),
        null,
        random.nextInt(20) == 0 ? Boolean.FALSE : null,
        null,
        null,
        null,
        random.nextInt(10) == 0 ? Boolean.FALSE : null);
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
    checkDue(when, after);
    checkEnd(when, after);
    checkCounts(when, before, after);
    checkEvents(when, before, after);
  }

  /** What is due is due for a reason, and what is on a device ends at some time or waits. */
  private static void checkDue(String when, Update after) {
    boolean due = after.course().dueAt() != null;
    if (after.status().ended()) {
      assertThat(due).as(when).isEqualTo(after.retrying() || after.rollbackDue());
      assertThat(after.retrying() && after.rollbackDue()).as(when).isFalse();
    }
    if (after.status().onDevice()) {
      assertThat(due).as(when).isEqualTo(after.course().timeoutAt() != null);
      assertThat(due || after.installed()).as(when).isTrue();
      assertThat(due || !after.cancelling()).as(when).isTrue();
    }
    assertThat(after.occupies() && after.installed()).as(when).isFalse();
  }

  private static void checkEnd(String when, Update after) {
    if (after.status().ended()) {
      for (UpdateStatus late : UpdateStatus.values()) {
        Instant now = after.course().updatedAt();
        assertThat(after.reported(Samples.report(late), now)).as(when).isSameAs(after);
      }
    }
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
    assertThat(tally.retrying()).as(when).isLessThanOrEqualTo(tally.failed());
    assertThat(tally.installed()).as(when).isLessThanOrEqualTo(tally.inProgress());
  }

  private void checkEvents(String when, Update before, Update after) {
    told += Announcement.between(before, after).isPresent() ? 1 : 0;
    assertThat(after.course().sequence()).as(when).isEqualTo(told);
    if (after.status().ended() && !before.status().ended()) {
      assertThat(Announcement.between(before, after)).as(when).isPresent();
    }
  }
}
