package io.updraft.telemetry.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads data points from the tokens of a parser, each by itself: one that is wrong becomes an
 * {@link Offered.Wrong} with the first thing that is wrong with it, and the next one is read.
 */
final class PointReader {
  private final JsonParser json;

  /** Names that were found right, each by itself: most points have one of few. */
  private final Map<String, String> names = new HashMap<>();

  /** Of the last good point: the next has mostly the same. */
  private Circumstances latest = Circumstances.NONE;

  PointReader(JsonParser json) {
    this.json = json;
  }

  /** Reads the value at which the parser stands, to its end. */
  Offered read() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return new Offered.Wrong("", "must be an object");
    }
    Draft draft = new Draft();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        member(draft, name);
      }
    }
    return draft.offered(this);
  }

  private void member(Draft draft, String name) throws IOException {
    switch (name) {
      case "timestamp" -> draft.time(textOrNull());
      case "metric_name" -> draft.metric(metricOrNull());
      case "value" -> draft.value = value(draft);
      case "unit" -> draft.unit(textOrNull());
      case "tags" -> tags(draft);
      case "metadata" -> metadata(draft);
      case "quality" -> quality(draft);
      default -> json.skipChildren();
    }
  }

  private @Nullable String metricOrNull() throws IOException {
    String given = textOrNull();
    String name = given == null ? null : names.get(given);
    if (name != null || given == null) {
      return name;
    }
    Optional<String> metric = PointLimits.metric(given);
    metric.ifPresent(right -> names.put(given, right));
    return metric.orElse(null);
  }

  private @Nullable String textOrNull() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  private @Nullable Value value(Draft draft) throws IOException {
    Value value =
        switch (json.currentToken()) {
          case VALUE_NUMBER_INT -> whole();
          case VALUE_NUMBER_FLOAT -> Numbers.decimal(json.getText()).orElse(null);
          case VALUE_TRUE, VALUE_FALSE -> new Value.Flag(json.getBooleanValue());
          case VALUE_STRING -> new Value.Text(json.getText());
          case START_OBJECT -> new Value.Json(OneLine.of(json));
          default -> null;
        };
    if (value == null) {
      json.skipChildren();
      draft.reject(
          "value",
          "must be a number that a double can be near to, a text, true, false or an object");
    }
    return value;
  }

  private @Nullable Value whole() throws IOException {
    return switch (json.getNumberType()) {
      case INT, LONG -> {
        long number = json.getLongValue();
        yield number == 0 && json.getText().startsWith("-")
            ? new Value.Decimal(-0.0)
            : new Value.Whole(number);
      }
      default -> Numbers.large(json.getText()).orElse(null);
    };
  }

  private void tags(Draft draft) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      draft.reject("tags", "must be an object");
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      String value = textOrNull();
      if (value == null) {
        draft.reject("tags." + name, "must be a text");
      } else {
        draft.tag(name, value);
      }
    }
  }

  private void metadata(Draft draft) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      draft.reject("metadata", "must be an object");
      return;
    }
    draft.metadata = OneLine.of(json);
  }

  private void quality(Draft draft) throws IOException {
    boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
    boolean within =
        whole
            && json.getNumberType() == JsonParser.NumberType.INT
            && json.getIntValue() >= 0
            && json.getIntValue() <= Circumstances.BEST_QUALITY;
    if (within) {
      draft.quality = json.getIntValue();
    } else {
      json.skipChildren();
      draft.reject("quality", "must be a whole number from 0 to 100");
    }
  }

  /** Mostly those of the point before, which are then the same object. */
  private Circumstances circumstances(Draft draft) {
    if (!draft.resembles(latest)) {
      latest = new Circumstances(draft.unit, draft.tags, draft.metadata, draft.quality, false);
    }
    return latest;
  }

  /** A point whose members are being read. */
  private static final class Draft {
    private OptionalLong time = OptionalLong.empty();
    private @Nullable String metric;
    private @Nullable Value value;
    private @Nullable String unit;
    private @Nullable String metadata;
    private Map<String, String> tags = Map.of();
    private int quality = Circumstances.BEST_QUALITY;
    private Offered.@Nullable Wrong wrong;

    void reject(String field, String message) {
      if (wrong == null) {
        wrong = new Offered.Wrong(field, message);
      }
    }

    void time(@Nullable String text) {
      time = text == null ? OptionalLong.empty() : Times.parse(text);
      if (time.isEmpty()) {
        reject("timestamp", "must be a time with an offset, as 2026-01-31T08:00:00Z");
      }
    }

    void metric(@Nullable String name) {
      metric = name;
      if (name == null && wrong == null) {
        wrong = PointLimits.wrongMetric();
      }
    }

    void unit(@Nullable String text) {
      unit = text;
      if (text == null) {
        reject("unit", "must be a text");
      }
    }

    void tag(String name, String value) {
      if (tags.isEmpty()) {
        tags = new LinkedHashMap<>();
      }
      tags.put(name, value);
    }

    boolean resembles(Circumstances others) {
      return quality == others.quality()
          && Objects.equals(unit, others.unit())
          && tags.equals(others.tags())
          && Objects.equals(metadata, others.metadata());
    }

    Offered offered(PointReader reader) {
      require(time.isPresent(), "timestamp");
      require(metric != null, "metric_name");
      require(value != null, "value");
      if (wrong == null && !resembles(reader.latest)) {
        wrong = PointLimits.complaint(unit, tags).orElse(null);
      }
      checkLengths();
      return wrong != null || metric == null || value == null
          ? Objects.requireNonNull(wrong)
          : new Offered.Point(
              metric, new DataPoint(time.getAsLong(), value, reader.circumstances(this)));
    }

    private void require(boolean there, String field) {
      if (!there) {
        reject(field, "is required");
      }
    }

    private void checkLengths() {
      String text =
          switch (value) {
            case Value.Text(String given) -> given;
            case Value.Json(String given) -> given;
            case null, default -> "";
          };
      if (!PointLimits.shortEnough(text)) {
        reject("value", "must have at most %d bytes".formatted(PointLimits.MOST_VALUE));
      }
      if (metadata != null && !PointLimits.metadataFits(metadata)) {
        reject("metadata", "must have less than %d bytes".formatted(PointLimits.METADATA_END));
      }
    }
  }
}
