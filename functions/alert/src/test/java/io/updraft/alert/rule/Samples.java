package io.updraft.alert.rule;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.DeviceFilter;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.Operand;
import io.updraft.alert.domain.Operator;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleDevices;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.alert.moves.Author;
import io.updraft.alert.moves.Changes;
import io.updraft.alert.moves.RandomIds;
import io.updraft.events.Origin;
import io.updraft.firmware.published.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Rules to test with. */
public final class Samples {
  public static final String ORG = "org";
  public static final Instant NOW = Instant.parse("2026-01-31T08:15:00.123Z");

  static final Author ANN = author("ann", 0);
  static final Author BOB = author("bob", 60);

  /** With all defaults. */
  public static final RuleTerms HOT =
      terms(
          "Hot", new Condition.Threshold(Operator.ABOVE, Operand.Numeric.of(80)), RuleDevices.ALL);

  static final DeviceFilter FILTER =
      new DeviceFilter(
          "sensor",
          Version.of("1.0.0"),
          Version.of("2.0.0"),
          null,
          Version.of("3.0.0-rc.1"),
          null,
          "olivia",
          Map.of("hall", "A"));

  /** With everything that a rule can have. */
  static final RuleTerms FULL =
      new RuleTerms(
          "Silent",
          "",
          "temperature",
          new Condition.Absent(Duration.ofDays(1)),
          Duration.ofHours(1),
          100,
          Level.EMERGENCY,
          Duration.ofDays(1),
          false,
          Duration.ofDays(1),
          new RuleDevices(List.of("dev-2", "dev-1"), List.of("hall A"), FILTER),
          List.of("ops", "mail"));

  private Samples() {}

  static Author author(String user, long seconds) {
    return new Author(new Origin(ORG, "request-1", null), user, NOW.plusSeconds(seconds));
  }

  static RuleTerms terms(String name, Condition condition, RuleDevices devices) {
    return new RuleTerms(
        name,
        null,
        "temperature",
        condition,
        Duration.ofMinutes(5),
        1,
        Level.WARNING,
        Duration.ofMinutes(15),
        true,
        Duration.ofHours(1),
        devices,
        List.of());
  }

  /** The id of the rule that was created as the so manyth. */
  public static RuleId id(int number) {
    return new RuleId("rule_%026d".formatted(number));
  }

  /** Ids of rules and of alerts that count from 1. */
  public static NewIds ids() {
    AtomicInteger rules = new AtomicInteger();
    AtomicInteger alerts = new AtomicInteger();
    return new NewIds() {
      @Override
      public RuleId rule(Instant now) {
        return id(rules.incrementAndGet());
      }

      @Override
      public AlertId alert(Instant now) {
        return new AlertId("alert_%026d".formatted(alerts.incrementAndGet()));
      }

      @Override
      public UUID event() {
        return UUID.randomUUID();
      }
    };
  }

  /** A new rule, by ann. */
  public static RuleChange created() {
    return new Changes(new RandomIds()).created(HOT, true, ANN);
  }

  /** A new rule with everything that one can have, by ann. */
  public static RuleChange createdInFull() {
    return new Changes(new RandomIds()).created(FULL, true, ANN);
  }

  /** The rule of these terms, as the so manyth, enabled by ann. */
  public static Rule rule(int number, RuleTerms terms) {
    return new Rule(ORG, id(number), terms, true, "ann", NOW, NOW, "ann", NOW, 1);
  }

  /** A new rule of so many devices, by ann. */
  public static RuleChange ofDevices(List<String> ids) {
    RuleDevices devices = new RuleDevices(ids, List.of(), null);
    return new Changes(new RandomIds()).created(terms("Many", HOT.condition(), devices), true, ANN);
  }

  /** The rule disabled by bob. */
  public static RuleChange disabled(RuleChange change) {
    return new Changes(new RandomIds()).replaced(change.rule(), change.rule().terms(), false, BOB);
  }

  /** The rule deleted by bob. */
  public static RuleChange deleted(RuleChange change) {
    return new Changes(new RandomIds()).deleted(change.rule(), BOB);
  }
}
