package io.updraft.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object being read, with every wrong field collected on the way: read all fields, then call
 * {@link #throwIfInvalid()} before using what was read. A field that is wrong reads as a
 * placeholder, empty text, the lower limit or what stands for an absent one. Limits are inclusive;
 * an explicit null counts as absent; unknown fields are ignored.
 */
public final class Fields {
  private final ObjectNode object;
  private final String path;
  private final Violations violations;

  Fields(ObjectNode object) {
    this(object, "", new Violations());
  }

  /** Fields of an object within another; the errors go into the list of the outermost. */
  Fields(ObjectNode object, String path, Violations violations) {
    this.object = object;
    this.path = path;
    this.violations = violations;
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** Required, not blank; lengths in code points. */
  public String text(String name, int min, int max) {
    String text = required(name) ? optionalText(name, min, max) : null;
    return Objects.requireNonNullElse(text, "");
  }

  public @Nullable String optionalText(String name, int min, int max) {
    return value(name, FieldReader.text(new TextRule(min, max))).orElse(null);
  }

  public String textOr(String name, String absent, int max) {
    return Objects.requireNonNullElse(optionalText(name, 1, max), absent);
  }

  /**
   * A text that a pattern describes.
   *
   * @param message what to say of a text that the whole pattern does not match
   */
  public @Nullable String optionalPattern(String name, Pattern pattern, String message) {
    return value(name, FieldReader.pattern(pattern, message)).orElse(null);
  }

  /** Required whole number. */
  public long number(String name, long min, long max) {
    return required(name) ? numberOr(name, min, min, max) : min;
  }

  public long numberOr(String name, long absent, long min, long max) {
    return Objects.requireNonNullElse(optionalNumber(name, min, max), absent);
  }

  public @Nullable Long optionalNumber(String name, long min, long max) {
    return value(name, FieldReader.number(min, max)).orElse(null);
  }

  public @Nullable Double optionalDecimal(String name, double min, double max) {
    return value(name, FieldReader.decimal(min, max)).orElse(null);
  }

  public boolean flagOr(String name, boolean absent) {
    return Objects.requireNonNullElse(optionalFlag(name), absent);
  }

  public @Nullable Boolean optionalFlag(String name) {
    return value(name, FieldReader.flag()).orElse(null);
  }

  /** A constant by its name in lower snake case. */
  public <E extends Enum<E>> E choiceOr(String name, E absent, Class<E> type) {
    return value(name, FieldReader.choice(type)).orElse(absent);
  }

  /** Required; reads as the first constant when it is wrong. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    E placeholder = type.getEnumConstants()[0];
    return required(name) ? choiceOr(name, placeholder, type) : placeholder;
  }

  /** ISO 8601 with an offset, as UTC to the millisecond; years 1970 to 9999. */
  public @Nullable Instant optionalTime(String name) {
    return value(name, FieldReader.time()).orElse(null);
  }

  /** ISO 8601 with an offset, as UTC to the nanosecond; years 1970 to 9999. */
  public @Nullable Instant optionalExactTime(String name) {
    return value(name, FieldReader.time(ChronoUnit.NANOS)).orElse(null);
  }

  /** Absent reads as empty. */
  public List<String> texts(String name, int maxItems, int minLength, int maxLength) {
    return items(name, maxItems, FieldReader.text(new TextRule(minLength, maxLength)));
  }

  /**
   * Texts that a pattern describes; absent reads as empty.
   *
   * @param message what to say of a text that the whole pattern does not match
   */
  public List<String> texts(String name, int maxItems, Pattern pattern, String message) {
    return items(name, maxItems, FieldReader.pattern(pattern, message));
  }

  /** Constants by their names in lower snake case; absent reads as empty. */
  public <E extends Enum<E>> List<E> choices(String name, int maxItems, Class<E> type) {
    return items(name, maxItems, FieldReader.choice(type));
  }

  /** Required, with at least one. */
  public List<String> someTexts(String name, int maxItems, int minLength, int maxLength) {
    if (required(name) && object.path(name) instanceof ArrayNode list && list.isEmpty()) {
      reject(name, "must have 1 to %d entries".formatted(maxItems));
    }
    return texts(name, maxItems, minLength, maxLength);
  }

  /** Texts by name, neither of them empty, in the order given; absent reads as empty. */
  public Map<String, String> pairs(String name, int maxPairs, int maxKey, int maxValue) {
    FieldReader<String> reader = FieldReader.text(new TextRule(1, maxValue));
    Map<String, String> pairs = new LinkedHashMap<>();
    value(name, FieldReader.object(maxPairs)).stream()
        .flatMap(object -> object.properties().stream())
        .filter(pair -> nameFits(name, pair.getKey(), maxKey))
        .forEach(
            pair ->
                read(name + "." + pair.getKey(), pair.getValue(), reader)
                    .ifPresent(value -> pairs.put(pair.getKey(), value)));
    return Collections.unmodifiableMap(pairs);
  }

  /** An object within this one; its errors are collected here, as {@code outer.inner}. */
  public Optional<Fields> object(String name) {
    return value(name, FieldReader.object())
        .map(object -> new Fields(object, path + name + ".", violations));
  }

  /** A list of objects; their errors are collected here, as {@code list[0].inner}. */
  public List<Fields> objects(String name, int maxItems) {
    List<Fields> objects = new ArrayList<>();
    items(name, maxItems)
        .forEach(
            (place, item) ->
                read(place, item, FieldReader.object())
                    .map(object -> new Fields(object, path + place + ".", violations))
                    .ifPresent(objects::add));
    return List.copyOf(objects);
  }

  /** Adds what only the operation can judge; the message is read after the field's name. */
  public void reject(String field, String message) {
    violations.add(path + field, message);
  }

  /** Ends the reading: refuses with {@code VALIDATION} and every wrong field, if there is one. */
  public void throwIfInvalid() {
    violations.throwIfAny();
  }

  private boolean required(String name) {
    if (!has(name)) {
      reject(name, "is required");
    }
    return has(name);
  }

  private <T> Optional<T> value(String name, FieldReader<T> reader) {
    return has(name) ? read(name, object.path(name), reader) : Optional.empty();
  }

  private <T> Optional<T> read(String place, JsonNode node, FieldReader<T> reader) {
    FieldReader.Reading<T> reading = reader.read(node);
    if (reading.value().isEmpty()) {
      reject(place, reading.complaint());
    }
    return reading.value();
  }

  private <T> List<T> items(String name, int maxItems, FieldReader<T> reader) {
    List<T> read = new ArrayList<>();
    items(name, maxItems).forEach((place, item) -> read(place, item, reader).ifPresent(read::add));
    return List.copyOf(read);
  }

  /** The items by their place, {@code name[0]} and so on; none when there are too many. */
  private Map<String, JsonNode> items(String name, int maxItems) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    value(name, FieldReader.list(maxItems))
        .ifPresent(list -> list.forEach(item -> items.put(name + "[" + items.size() + "]", item)));
    return items;
  }

  private boolean nameFits(String container, String name, int max) {
    Optional<String> complaint = new TextRule(1, max).complaint(name);
    complaint.ifPresent(wrong -> reject(container, "has a name that " + wrong));
    return complaint.isEmpty();
  }
}
