package io.updraft.alert.rule;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.ConditionReader;
import io.updraft.alert.domain.ConditionReading;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Operand;
import io.updraft.alert.domain.Operator;
import io.updraft.alert.domain.RuleDevices;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.telemetry.published.MetricNames;
import io.updraft.telemetry.published.MetricTypes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of a rule; what is wrong is told all at once. */
final class RuleReader {
  private static final String METRIC = "metric_name";

  /** A text of the most characters, each of them escaped, and what is around it. */
  private static final int MOST_CONDITION = 2 * Operand.Text.MOST + 50;

  private static final int MOST_DEVICES = 1_000;
  private static final int MOST_GROUPS = 50;
  private static final int MOST_CHANNELS = 10;

  private static final Pattern ANY_TEXT = Pattern.compile(".*", Pattern.DOTALL);
  private static final Pattern DEVICE_ID = Pattern.compile("(?!bulk$)[A-Za-z0-9._:-]{1,128}");
  private static final Pattern GROUP = Pattern.compile("(?U)(?!\\s*$)[^#\\p{Cc}\\p{Cs}]{1,100}");

  /** Stands for one that can't be read, until the reading ends. */
  private static final Condition PLACEHOLDER =
      new Condition.Threshold(Operator.EQUAL, new Operand.Flag(true));

  private final FitMetric fitMetric;

  RuleReader(MetricTypes types) {
    this.fitMetric = new FitMetric(types);
  }

  /**
   * A rule as it is to be.
   *
   * @param enabled null where the request does not say
   */
  record Wanted(RuleTerms terms, @Nullable Boolean enabled) {
    boolean enabledOr(boolean otherwise) {
      return Objects.requireNonNullElse(enabled, otherwise);
    }
  }

  /**
   * The rule in a request.
   *
   * @throws io.updraft.http.ProblemException with every wrong field
   */
  Wanted read(HttpRequest request) {
    Fields fields = request.json();
    Wanted wanted = new Wanted(terms(request, fields), fields.optionalFlag("enabled"));
    fields.throwIfInvalid();
    return wanted;
  }

  private RuleTerms terms(HttpRequest request, Fields fields) {
    String metric = metric(fields);
    return new RuleTerms(
        fields.text("name", 1, 100),
        fields.optionalText("description", 0, 1_000),
        metric,
        condition(request, fields, metric),
        Duration.ofSeconds(fields.numberOr("evaluation_window", 300, 60, 3_600)),
        Math.toIntExact(fields.numberOr("trigger_count", 1, 1, 100)),
        fields.choiceOr("level", Level.WARNING, Level.class),
        Duration.ofMinutes(fields.numberOr("cooldown_minutes", 15, 1, 1_440)),
        fields.flagOr("auto_resolve", true),
        Duration.ofSeconds(fields.numberOr("auto_resolve_timeout", 3_600, 300, 86_400)),
        devices(request, fields),
        distinct(fields.texts("notification_channels", MOST_CHANNELS, 1, 100)));
  }

  private static String metric(Fields fields) {
    if (!fields.has(METRIC)) {
      fields.reject(METRIC, "is required");
    }
    String given = fields.optionalPattern(METRIC, ANY_TEXT, MetricNames.FORM);
    String name = given == null ? "" : MetricNames.parse(given).orElse("");
    if (given != null && name.isEmpty()) {
      fields.reject(METRIC, MetricNames.FORM);
    }
    return name;
  }

  private Condition condition(HttpRequest request, Fields fields, String metric) {
    String text = fields.text(ConditionReader.CONDITION, 1, MOST_CONDITION);
    Operand value = ThresholdField.read(request.body(), fields);
    if (text.isEmpty() || (value == null && fields.has(ConditionReader.VALUE))) {
      return PLACEHOLDER;
    }
    return switch (ConditionReader.read(text, value)) {
      case ConditionReading.Wrong(String field, String message) -> {
        fields.reject(field, message);
        yield PLACEHOLDER;
      }
      case ConditionReading.Understood(Condition condition) -> {
        refuseOtherType(request, fields, metric, condition);
        yield condition;
      }
    };
  }

  private void refuseOtherType(
      HttpRequest request, Fields fields, String metric, Condition condition) {
    String field =
        fields.has(ConditionReader.VALUE) ? ConditionReader.VALUE : ConditionReader.CONDITION;
    Optional.of(metric)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> fitMetric.complaint(request.caller().organization(), name, condition))
        .ifPresent(complaint -> fields.reject(field, complaint));
  }

  private static RuleDevices devices(HttpRequest request, Fields fields) {
    List<String> ids =
        fields.texts(
            "device_ids",
            MOST_DEVICES,
            DEVICE_ID,
            "must be a device id: 1 to 128 of letters, digits, . _ : -, and not bulk");
    List<String> groups =
        fields.texts(
            "device_groups",
            MOST_GROUPS,
            GROUP,
            "must be a group: 1 to 100 characters, not blank, no # and no control characters");
    return new RuleDevices(distinct(ids), distinct(groups), FilterForm.read(request, fields));
  }

  private static List<String> distinct(List<String> texts) {
    return texts.stream().distinct().toList();
  }
}
