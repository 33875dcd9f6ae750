package io.updraft.telemetry.metric;

import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import io.updraft.telemetry.domain.PointLimits;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of a metric; what is wrong is told all at once. */
final class MetricForm {
  private static final String NAME = "name";
  private static final String DATA_TYPE = "data_type";
  private static final String NAME_FORM = PointLimits.wrongMetric().message();
  private static final Pattern ANY_TEXT = Pattern.compile(".*", Pattern.DOTALL);

  private static final int DEFAULT_RETENTION_DAYS =
      Math.toIntExact(MetricDefinition.DEFAULT_RETENTION.toDays());

  private final Fields fields;

  private MetricForm(Fields fields) {
    this.fields = fields;
  }

  /** A metric as it is to be. */
  record Wanted(String name, Terms terms) {}

  /**
   * A new metric.
   *
   * @throws io.updraft.http.ProblemException with every wrong field
   */
  static Wanted read(HttpRequest request) {
    Fields fields = request.json();
    MetricForm form = new MetricForm(fields);
    Wanted wanted = new Wanted(form.name(), form.terms(fields.choice(DATA_TYPE, DataType.class)));
    fields.throwIfInvalid();
    return wanted;
  }

  /**
   * Other terms of a metric. Its name and data type need not be repeated, and can't be others; all
   * else that is left out is what it is in a new metric.
   *
   * @throws io.updraft.http.ProblemException with every wrong field
   */
  static Terms over(MetricDefinition present, HttpRequest request) {
    Fields fields = request.json();
    MetricForm form = new MetricForm(fields);
    form.refuseOtherName(present.name());
    form.refuseOtherType(present.dataType());
    Terms terms = form.terms(present.dataType());
    fields.throwIfInvalid();
    return terms;
  }

  private String name() {
    if (!fields.has(NAME)) {
      fields.reject(NAME, "is required");
    }
    String given = fields.optionalPattern(NAME, ANY_TEXT, NAME_FORM);
    String name = given == null ? "" : PointLimits.metric(given).orElse("");
    if (given != null && name.isEmpty()) {
      fields.reject(NAME, NAME_FORM);
    }
    return name;
  }

  private void refuseOtherName(String name) {
    String given = fields.has(NAME) ? name() : name;
    if (!given.isEmpty() && !given.equals(name)) {
      fields.reject(NAME, "can't change; define another metric");
    }
  }

  private void refuseOtherType(DataType type) {
    if (fields.choiceOr(DATA_TYPE, type, DataType.class) != type) {
      String is = type.name().toLowerCase(Locale.ROOT);
      fields.reject(DATA_TYPE, "can't change; it is %s".formatted(is));
    }
  }

  private Terms terms(DataType type) {
    Double min = bound("min_value", type);
    Double max = bound("max_value", type);
    if (min != null && max != null && min >= max) {
      fields.reject("max_value", "must be above min_value");
    }
    return new Terms(
        type,
        fields.choiceOr("metric_type", MetricType.GAUGE, MetricType.class),
        fields.optionalText("description", 0, 500),
        unit(),
        min,
        max,
        number("retention_days", DEFAULT_RETENTION_DAYS, 3650),
        number("aggregation_interval", Terms.DEFAULT_AGGREGATION_INTERVAL, 86_400),
        fields.flagOr("reject_out_of_range", false));
  }

  private @Nullable Double bound(String name, DataType type) {
    if (fields.has(name) && type != DataType.NUMERIC) {
      fields.reject(name, "is for numeric metrics only");
      return null;
    }
    return fields.optionalDecimal(name, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** As the unit of a data point, which is stricter than other texts. */
  private @Nullable String unit() {
    String unit = fields.optionalText("unit", 1, PointLimits.MOST_UNIT);
    PointLimits.complaint(unit, Map.of())
        .ifPresent(wrong -> fields.reject(wrong.field(), wrong.message()));
    return unit;
  }

  private int number(String name, int absent, int most) {
    return Math.toIntExact(fields.numberOr(name, absent, 1, most));
  }
}
