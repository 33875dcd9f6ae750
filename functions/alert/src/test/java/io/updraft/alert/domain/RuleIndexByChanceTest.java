package io.updraft.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.rule.Samples;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the index finds broken, against each rule tried on each point by itself. */
class RuleIndexByChanceTest {
  private static final int ROUNDS = 2_000;
  private static final List<String> METRICS = List.of("a", "b", "c");
  private static final List<String> DEVICES = List.of("d1", "d2", "d3");

  /** Close to each other, to doubles' limits, and to zero. */
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0.0",
          "1",
          "1.0",
          "0.1",
          "0.10000000000000001",
          "80",
          "80.00",
          "-5.5",
          "1e300",
          "-1e300",
          "4.9e-324",
          "9007199254740992",
          "9007199254740993",
          "9223372036854775807",
          "0.30000000000000004",
          "0.3",
          "12345678901234567890.5");

  private final Random random = new Random(20261126);

  @Test
  void findsWhatEachRuleByItselfWould() {
    int broken = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Rule> rules = rules();
      Map<String, List<DataPoint>> series = series();
      String device = any(DEVICES);

      List<String> found =
          new RuleIndex(rules)
                  .broken(device, series.keySet(), metric -> series.getOrDefault(metric, List.of()))
                  .stream()
                  .map(b -> b.rule().id() + " " + b.breaches().stream().map(Breach::time).toList())
                  .sorted()
                  .toList();

      assertThat(found).isEqualTo(plainly(rules, device, series));
      broken += found.size();
    }
    assertThat(broken).isGreaterThan(ROUNDS / 4);
  }

  private static List<String> plainly(
      List<Rule> rules, String device, Map<String, List<DataPoint>> series) {
    List<String> broken = new ArrayList<>();
    for (Rule rule : rules) {
      RuleDevices devices = rule.terms().devices();
      boolean concerned = devices.ids().isEmpty() || devices.ids().contains(device);
      List<Long> times =
          series.getOrDefault(rule.terms().metricName(), List.of()).stream()
              .filter(point -> breaks(rule.terms().condition(), point.value()))
              .map(DataPoint::time)
              .toList();
      if (rule.enabled() && concerned && !times.isEmpty()) {
        broken.add(rule.id() + " " + times);
      }
    }
    return broken.stream().sorted().toList();
  }

  private static boolean breaks(Condition condition, Value value) {
    return condition instanceof Condition.Threshold(Operator operator, Operand operand)
        && switch (operand) {
          case Operand.Numeric(BigDecimal wanted) ->
              value instanceof Value.Numeric number
                  && holds(operator, exact(number).compareTo(wanted));
          case Operand.Text(String wanted) ->
              value instanceof Value.Text(String text) && equal(operator, text.equals(wanted));
          case Operand.Flag(boolean wanted) ->
              value instanceof Value.Flag(boolean flag) && equal(operator, flag == wanted);
        };
  }

  private static BigDecimal exact(Value.Numeric number) {
    return switch (number) {
      case Value.Whole(long whole) -> new BigDecimal(whole);
      case Value.Decimal(double decimal) -> new BigDecimal(Double.toString(decimal));
      case Value.Exact(BigDecimal digits) -> digits;
    };
  }

  private static boolean holds(Operator operator, int comparison) {
    return switch (operator.sign()) {
      case ">" -> comparison > 0;
      case "<" -> comparison < 0;
      case ">=" -> comparison >= 0;
      case "<=" -> comparison <= 0;
      case "==" -> comparison == 0;
      default -> comparison != 0;
    };
  }

  private static boolean equal(Operator operator, boolean same) {
    return operator == Operator.EQUAL ? same : !same;
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    int many = random.nextInt(8);
    for (int i = 1; i <= many; i++) {
      Rule rule = Samples.rule(i, Samples.HOT.of(devices()));
      rules.add(
          new Rule(
              rule.organization(),
              rule.id(),
              onMetric(rule.terms()),
              random.nextInt(10) > 0,
              rule.createdBy(),
              rule.createdAt(),
              rule.editedAt(),
              rule.updatedBy(),
              rule.updatedAt(),
              1));
    }
    return rules;
  }

  private RuleTerms onMetric(RuleTerms terms) {
    return new RuleTerms(
        terms.name(),
        null,
        any(METRICS),
        threshold(),
        terms.evaluationWindow(),
        1,
        terms.level(),
        terms.cooldown(),
        true,
        terms.autoResolveTimeout(),
        terms.devices(),
        List.of());
  }

  private Condition threshold() {
    return switch (random.nextInt(4)) {
      case 0 -> new Condition.Threshold(equality(), new Operand.Text(any(List.of("on", "off"))));
      case 1 -> new Condition.Threshold(equality(), new Operand.Flag(random.nextBoolean()));
      default ->
          new Condition.Threshold(
              any(List.of(Operator.values())), new Operand.Numeric(new BigDecimal(any(NUMBERS))));
    };
  }

  private Operator equality() {
    return random.nextBoolean() ? Operator.EQUAL : Operator.UNEQUAL;
  }

  private RuleDevices devices() {
    return random.nextBoolean()
        ? RuleDevices.ALL
        : new RuleDevices(List.of(any(DEVICES)), List.of(), null);
  }

  private Map<String, List<DataPoint>> series() {
    Map<String, List<DataPoint>> series = new TreeMap<>();
    for (String metric : METRICS) {
      List<DataPoint> points = new ArrayList<>();
      int many = random.nextInt(5);
      for (int i = 0; i < many; i++) {
        points.add(new DataPoint(i, value(), Circumstances.NONE));
      }
      if (!points.isEmpty()) {
        series.put(metric, points);
      }
    }
    return series;
  }

  private Value value() {
    return switch (random.nextInt(6)) {
      case 0 -> new Value.Text(any(List.of("on", "off", "80")));
      case 1 -> new Value.Flag(random.nextBoolean());
      case 2 -> new Value.Json("{\"a\":80}");
      default -> number(new BigDecimal(any(NUMBERS)));
    };
  }

  private Value number(BigDecimal number) {
    try {
      return new Value.Whole(number.longValueExact());
    } catch (ArithmeticException noWhole) {
      return random.nextBoolean()
          ? new Value.Exact(number)
          : new Value.Decimal(number.doubleValue());
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
