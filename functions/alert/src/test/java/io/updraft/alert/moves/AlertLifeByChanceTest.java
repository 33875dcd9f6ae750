package io.updraft.alert.moves;

import static io.updraft.alert.moves.AlertSamples.ORIGIN;
import static io.updraft.alert.moves.AlertSamples.violation;
import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.moves.RaiseAlert.Raised;
import io.updraft.alert.rule.InMemoryRules;
import io.updraft.alert.rule.Samples;
import io.updraft.events.Envelope;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Violations and moves in any order, some of them overtaken by others. */
class AlertLifeByChanceTest {
  private static final int ROUNDS = 300;
  private static final int STEPS = 60;

  /** As the rules have it, written down once more. */
  private static final Map<AlertStatus, Set<AlertStatus>> ALLOWED =
      Map.of(
          AlertStatus.ACTIVE,
          Set.of(AlertStatus.ACKNOWLEDGED, AlertStatus.RESOLVED, AlertStatus.SUPPRESSED),
          AlertStatus.ACKNOWLEDGED,
          Set.of(AlertStatus.RESOLVED),
          AlertStatus.SUPPRESSED,
          Set.of(AlertStatus.ACTIVE),
          AlertStatus.RESOLVED,
          Set.of());

  private final Random random = new Random(20261126);

  /** One rule and three devices, with what has become of each alert as told by the outcomes. */
  private final class World {
    private final InMemoryRules rules = new InMemoryRules();
    private final InMemoryAlerts alerts = new InMemoryAlerts(rules);
    private final MutableClock clock = MutableClock.at(Samples.NOW);
    private final RandomIds ids = new RandomIds();
    private final RaiseAlert raiseAlert = new RaiseAlert(alerts, alerts, ids, clock);
    private final MoveAlert moveAlert = new MoveAlert(alerts, ids);
    private final Map<String, AlertStatus> told = new HashMap<>();
    private final Rule rule = created();
    private int moves;
    private int second;

    private Rule created() {
      RuleChange change = Samples.created();
      rules.commit(change);
      return change.rule();
    }

    void step() {
      clock.advance(Duration.ofSeconds(1));
      second++;
      alerts.overtake(random.nextInt(3));
      if (random.nextInt(3) == 0 || alerts.all().isEmpty()) {
        violate();
      } else {
        move(alerts.all().get(random.nextInt(alerts.all().size())));
      }
      alerts.overtake(0);
      check();
    }

    private void violate() {
      String stamp = rules.stamp(ORG).orElseThrow();
      String device = "device-" + random.nextInt(3);
      Raised raised = raiseAlert.raise(violation(rule, device, stamp, second));
      assertThat(raised).isEqualTo(Raised.DONE);
      alerts.all().forEach(alert -> told.putIfAbsent(alert.id().text(), AlertStatus.ACTIVE));
    }

    private void move(Alert alert) {
      AlertMove move = anyMove();
      AlertStatus before = told.get(alert.id().text());
      switch (moveAlert.move(ORIGIN, alert.id(), move)) {
        case MoveOutcome.Moved(Alert after) -> {
          assertThat(ALLOWED.get(before)).contains(after.status());
          told.put(alert.id().text(), after.status());
          moves++;
        }
        case MoveOutcome.NotMovable(AlertStatus current, AlertStatus target) -> {
          assertThat(current).isEqualTo(before);
          assertThat(ALLOWED.get(current)).doesNotContain(target);
        }
        case MoveOutcome.NotFound _, MoveOutcome.Contended _ ->
            throw new AssertionError(alert.id());
      }
    }

    private AlertMove anyMove() {
      Mark mark = new Mark("ann", clock.instant(), null);
      return switch (random.nextInt(4)) {
        case 0 -> new AlertMove.Acknowledge(mark);
        case 1 -> new AlertMove.Resolve(mark);
        case 2 -> new AlertMove.Suppress(mark, clock.instant().plusSeconds(60));
        default -> new AlertMove.Unsuppress(mark);
      };
    }

    private void check() {
      for (Alert alert : alerts.all()) {
        assertThat(alert.status()).isEqualTo(told.get(alert.id().text()));
        assertThat(alert.course().first()).isLessThanOrEqualTo(alert.course().last());
      }
      for (int device = 0; device < 3; device++) {
        assertThat(alerts.open(ORG, "device-" + device)).hasSizeLessThanOrEqualTo(1);
      }
      assertThat(alerts.events()).hasSize(alerts.all().size() + moves);
    }

    /** The events of an alert count from one on, without a gap. */
    void checkSequences() {
      Map<String, Long> last = new HashMap<>();
      for (Envelope event : alerts.events()) {
        long sequence = event.sequence().orElseThrow();
        assertThat(sequence).isEqualTo(last.getOrDefault(String.valueOf(event.subject()), 0L) + 1);
        last.put(String.valueOf(event.subject()), sequence);
      }
    }
  }

  @Test
  void everyMoveIsOneThatTheRulesAllow() {
    long resolved = 0;
    for (int round = 0; round < ROUNDS; round++) {
      World world = new World();
      for (int step = 0; step < STEPS; step++) {
        world.step();
      }
      world.checkSequences();
      List<Alert> all = world.alerts.all();
      resolved += all.stream().filter(a -> a.status() == AlertStatus.RESOLVED).count();
    }
    assertThat(resolved).isGreaterThan((long) ROUNDS);
  }
}
