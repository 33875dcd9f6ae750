package io.updraft.http;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one type of value from a node that is there and not null. */
@FunctionalInterface
interface FieldReader<T> {

  Reading<T> read(JsonNode node);

  /** A value, or what is wrong with what stands in its place. */
  record Reading<T>(Optional<T> value, String complaint) {
    static <T> Reading<T> of(T value) {
      return new Reading<>(Optional.of(value), "");
    }

    static <T> Reading<T> wrong(String complaint) {
      return new Reading<>(Optional.empty(), complaint);
    }

    static <T> Reading<T> of(Optional<T> value, String otherwise) {
      return new Reading<>(value, otherwise);
    }
  }

  static FieldReader<String> text(TextRule rule) {
    return node -> {
      if (!node.isTextual()) {
        return Reading.wrong("must be a text");
      }
      String text = node.textValue();
      return rule.complaint(text).map(Reading::<String>wrong).orElseGet(() -> Reading.of(text));
    };
  }

  static FieldReader<String> pattern(Pattern pattern, String message) {
    return node ->
        node.isTextual() && pattern.matcher(node.textValue()).matches()
            ? Reading.of(node.textValue())
            : Reading.wrong(message);
  }

  static <T> FieldReader<T> parsed(
      TextRule rule, Function<String, Optional<T>> parser, String message) {
    return node -> {
      Reading<String> text = text(rule).read(node);
      return text.value().isEmpty()
          ? Reading.wrong(text.complaint())
          : Reading.of(text.value().flatMap(parser), message);
    };
  }

  static FieldReader<Long> number(long min, long max) {
    return node -> {
      boolean fits = node.isIntegralNumber() && node.canConvertToLong();
      return fits && node.longValue() >= min && node.longValue() <= max
          ? Reading.of(node.longValue())
          : Reading.wrong("must be a whole number from %d to %d".formatted(min, max));
    };
  }

  static FieldReader<Double> decimal(double min, double max) {
    return node ->
        node.isNumber() && node.doubleValue() >= min && node.doubleValue() <= max
            ? Reading.of(node.doubleValue())
            : Reading.wrong("must be a number from %s to %s".formatted(min, max));
  }

  static FieldReader<Boolean> flag() {
    return node ->
        node.isBoolean() ? Reading.of(node.booleanValue()) : Reading.wrong("must be true or false");
  }

  static <E extends Enum<E>> FieldReader<E> choice(Class<E> type) {
    return node ->
        Reading.of(
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> node.isTextual() && wireName(constant).equals(node.textValue()))
                .findFirst(),
            "must be one of " + wireNames(type));
  }

  static FieldReader<Instant> time() {
    return time(ChronoUnit.MILLIS);
  }

  static FieldReader<Instant> time(ChronoUnit precision) {
    return node ->
        Reading.of(
            node.isTextual()
                ? instant(node.textValue()).map(time -> time.truncatedTo(precision))
                : Optional.empty(),
            "must be a time with an offset, as 2026-01-31T08:00:00Z");
  }

  static FieldReader<ObjectNode> object() {
    return node ->
        node instanceof ObjectNode object ? Reading.of(object) : Reading.wrong("must be an object");
  }

  static FieldReader<ObjectNode> object(int maxMembers) {
    return node ->
        node instanceof ObjectNode object
            ? atMost(maxMembers, object)
            : Reading.wrong("must be an object");
  }

  static FieldReader<ArrayNode> list(int maxItems) {
    return node ->
        node instanceof ArrayNode list ? atMost(maxItems, list) : Reading.wrong("must be a list");
  }

  private static <C extends JsonNode> Reading<C> atMost(int max, C container) {
    return container.size() <= max
        ? Reading.of(container)
        : Reading.wrong("must have at most %d entries, not %d".formatted(max, container.size()));
  }

  private static Optional<Instant> instant(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() >= 1970 && time.getYear() <= 9999
          ? Optional.of(time.toInstant())
          : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static String wireNames(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(FieldReader::wireName).collect(joining(", "));
  }

  private static String wireName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
