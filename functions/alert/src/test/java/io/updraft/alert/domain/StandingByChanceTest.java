package io.updraft.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.rule.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The evaluator against one that is plain: it keeps all that it has ever seen, and looks through
 * all of it each time.
 */
class StandingByChanceTest {
  private static final int ROUNDS = 3_000;
  private static final AlertId ALERT = new AlertId("alert_00000000000000000000000001");

  private final Random random = new Random(20261126);

  private record Step(List<Long> times, boolean resolve) {}

  /** What a series of steps leads to, in words. */
  private static final class Plain {
    private final long window;
    private final int count;
    private final NavigableSet<Long> seen = new TreeSet<>();
    private boolean open;
    private long after = Long.MIN_VALUE;

    Plain(RuleTerms terms) {
      this.window = terms.evaluationWindow().toNanos();
      this.count = terms.triggerCount();
    }

    String take(List<Long> times) {
      List<Long> fresh = times.stream().filter(time -> time > after).toList();
      if (fresh.isEmpty()) {
        return "nothing";
      }
      if (open) {
        return "goes on";
      }
      boolean more = seen.addAll(fresh);
      for (long begin : seen) {
        if (seen.subSet(begin, true, begin + window, true).size() >= count) {
          open = true;
          return "triggered from %d to %d, %d"
              .formatted(begin, seen.last(), seen.tailSet(begin).size());
        }
      }
      return more ? "remembered" : "nothing";
    }

    void resolve(long at) {
      open = false;
      after = at;
      seen.clear();
    }
  }

  /** The evaluator, with what it would have written. */
  private static final class Real {
    private final Rule rule;
    private Standing standing = Standing.NONE;

    Real(Rule rule) {
      this.rule = rule;
    }

    String take(List<Long> times) {
      List<Breach> breaches = times.stream().map(time -> new Breach(time, "1")).toList();
      return switch (standing.judge(rule, breaches)) {
        case Judgement.Unchanged() -> "nothing";
        case Judgement.GoesOn _ -> "goes on";
        case Judgement.Remembered(Standing now) -> {
          standing = now;
          yield "remembered";
        }
        case Judgement.Triggered(long first, long last, long violations, Breach _) -> {
          standing = standing.opened(ALERT);
          yield "triggered from %d to %d, %d".formatted(first, last, violations);
        }
      };
    }

    void resolve(long at) {
      standing = new Standing(standing.ruleVersion(), null, at, List.of(), 1);
    }
  }

  @Test
  void decidesAsThePlainOneDoes() {
    int triggered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Rule rule = rule();
      Plain plain = new Plain(rule.terms());
      Real real = new Real(rule);
      List<String> said = new ArrayList<>();
      for (Step step : steps()) {
        if (step.resolve()) {
          plain.resolve(step.times().getFirst());
          real.resolve(step.times().getFirst());
        } else {
          String expected = plain.take(step.times());
          said.add(step.times() + ": " + expected);
          assertThat(real.take(step.times())).as(said.toString()).isEqualTo(expected);
          triggered += expected.startsWith("triggered") ? 1 : 0;
        }
      }
    }
    assertThat(triggered).isGreaterThan(ROUNDS / 4);
  }

  /** Whatever comes first, and however often: in the end there is an alert, or there is none. */
  @Test
  void theOrderOfDeliveryPlaysNoPart() {
    int open = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Rule rule = rule();
      List<List<Long>> batches =
          new ArrayList<>(
              steps().stream().filter(step -> !step.resolve()).map(Step::times).toList());
      boolean once = ends(rule, batches);
      batches.addAll(List.copyOf(batches));
      Collections.shuffle(batches, random);

      assertThat(ends(rule, batches)).as("%s", batches).isEqualTo(once);
      open += once ? 1 : 0;
    }
    assertThat(open).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
  }

  private static boolean ends(Rule rule, List<List<Long>> batches) {
    Real real = new Real(rule);
    batches.forEach(real::take);
    return real.standing.open() != null;
  }

  private Rule rule() {
    return Samples.rule(
        1, terms(Duration.ofSeconds(60 + random.nextInt(240)), 1 + random.nextInt(6), null));
  }

  private static RuleTerms terms(Duration window, int count, @Nullable String description) {
    return new RuleTerms(
        "Hot",
        description,
        "temperature",
        new Condition.Threshold(Operator.ABOVE, Operand.Numeric.of(80)),
        window,
        count,
        Level.WARNING,
        Duration.ofMinutes(15),
        true,
        Duration.ofHours(1),
        RuleDevices.ALL,
        List.of());
  }

  /** Within an hour, so that nothing comes too late to count. */
  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    int many = 1 + random.nextInt(12);
    long resolved = 0;
    for (int i = 0; i < many; i++) {
      if (random.nextInt(8) == 0) {
        resolved = Math.max(resolved, seconds());
        steps.add(new Step(List.of(resolved), true));
      } else {
        steps.add(new Step(batch(), false));
      }
    }
    return steps;
  }

  private List<Long> batch() {
    NavigableSet<Long> times = new TreeSet<>();
    int many = 1 + random.nextInt(3);
    for (int i = 0; i < many; i++) {
      times.add(seconds());
    }
    return List.copyOf(times);
  }

  private long seconds() {
    return random.nextInt(1_200) * 1_000_000_000L;
  }
}
