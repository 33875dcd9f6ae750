package io.updraft.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final List<FieldError> errors;

  Fields(ObjectNode object) {
    this(object, "", new ArrayList<>());
  }

  /** Fields of an object within another; the errors go into the list of the outermost. */
  Fields(ObjectNode object, String path, List<FieldError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** Required, not blank; lengths in code points. */
  public String text(String name, int min, int max) {
    return required(name) ? textOr(name, min, max, "") : "";
  }

  public @Nullable String optionalText(String name, int min, int max) {
    return value(name, FieldReader.text(new TextRule(min, max)));
  }

  public String textOr(String name, String absent, int max) {
    return textOr(name, 1, max, absent);
  }

  private String textOr(String name, int min, int max, String absent) {
    String text = optionalText(name, min, max);
    return text == null ? absent : text;
  }

  /**
   * A text that a pattern describes.
   *
   * @param message what to say of a text that the whole pattern does not match
   */
  public @Nullable String optionalPattern(String name, Pattern pattern, String message) {
    return value(name, FieldReader.pattern(pattern, message));
  }

  /** Required whole number. */
  public long number(String name, long min, long max) {
    return required(name) ? numberOr(name, min, min, max) : min;
  }

  public long numberOr(String name, long absent, long min, long max) {
    Long number = optionalNumber(name, min, max);
    return number == null ? absent : number;
  }

  public @Nullable Long optionalNumber(String name, long min, long max) {
    return value(name, FieldReader.number(min, max));
  }

  public @Nullable Double optionalDecimal(String name, double min, double max) {
    return value(name, FieldReader.decimal(min, max));
  }

  public boolean flagOr(String name, boolean absent) {
    Boolean flag = optionalFlag(name);
    return flag == null ? absent : flag;
  }

  public @Nullable Boolean optionalFlag(String name) {
    return value(name, FieldReader.flag());
  }

  /** A constant by its name in lower snake case. */
  public <E extends Enum<E>> E choiceOr(String name, E absent, Class<E> type) {
    E choice = value(name, FieldReader.choice(type));
    return choice == null ? absent : choice;
  }

  /** Required; reads as the first constant when it is wrong. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    E placeholder = type.getEnumConstants()[0];
    return required(name) ? choiceOr(name, placeholder, type) : placeholder;
  }

  /** ISO 8601 with an offset, as UTC to the millisecond; years 1970 to 9999. */
  public @Nullable Instant optionalTime(String name) {
    return value(name, FieldReader.time());
  }

  /** Absent reads as empty. */
  public List<String> texts(String name, int maxItems, int minLength, int maxLength) {
    FieldReader<String> reader = FieldReader.text(new TextRule(minLength, maxLength));
    List<String> texts = new ArrayList<>();
    items(name, maxItems).forEach((place, item) -> addIfRead(texts, place, item, reader));
    return List.copyOf(texts);
  }

  /**
   * An object of texts, neither names nor values empty, in the order given; absent reads as empty.
   */
  public Map<String, String> pairs(String name, int maxPairs, int maxKey, int maxValue) {
    JsonNode given = value(name, FieldReader.object());
    if (given == null || tooMany(name, given, maxPairs)) {
      return Map.of();
    }
    FieldReader<String> reader = FieldReader.text(new TextRule(1, maxValue));
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> pair : given.properties()) {
      String place = name + "." + pair.getKey();
      new TextRule(1, maxKey)
          .complaint(pair.getKey())
          .ifPresent(complaint -> reject(name, "has a name that " + complaint));
      String value = read(place, pair.getValue(), reader);
      if (value != null) {
        pairs.put(pair.getKey(), value);
      }
    }
    return Collections.unmodifiableMap(pairs);
  }

  /** An object within this one; its errors are collected here, as {@code outer.inner}. */
  public Optional<Fields> object(String name) {
    return Optional.ofNullable(value(name, FieldReader.object()))
        .map(object -> new Fields(object, path + name + ".", errors));
  }

  /** A list of objects; their errors are collected here, as {@code list[0].inner}. */
  public List<Fields> objects(String name, int maxItems) {
    List<Fields> objects = new ArrayList<>();
    items(name, maxItems)
        .forEach(
            (place, item) -> {
              ObjectNode object = read(place, item, FieldReader.object());
              if (object != null) {
                objects.add(new Fields(object, path + place + ".", errors));
              }
            });
    return List.copyOf(objects);
  }

  /** Adds what only the operation can judge; the message is read after the field's name. */
  public void reject(String field, String message) {
    errors.add(new FieldError(path + field, message));
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException {@code VALIDATION} with every wrong field, if there is one
   */
  public void throwIfInvalid() {
    if (!errors.isEmpty()) {
      throw Problem.validation(errors).exception();
    }
  }

  private boolean required(String name) {
    if (!has(name)) {
      reject(name, "is required");
    }
    return has(name);
  }

  private <T> @Nullable T value(String name, FieldReader<T> reader) {
    return has(name) ? read(name, object.path(name), reader) : null;
  }

  private <T> @Nullable T read(String place, JsonNode node, FieldReader<T> reader) {
    FieldReader.Reading<T> reading = reader.read(node);
    if (reading.value().isEmpty()) {
      reject(place, reading.complaint());
    }
    return reading.value().orElse(null);
  }

  private <T> void addIfRead(List<T> list, String place, JsonNode item, FieldReader<T> reader) {
    T value = read(place, item, reader);
    if (value != null) {
      list.add(value);
    }
  }

  /** The items by their place, {@code name[0]} and so on; none when there are too many. */
  private Map<String, JsonNode> items(String name, int maxItems) {
    JsonNode list = value(name, FieldReader.list());
    if (list == null || tooMany(name, list, maxItems)) {
      return Map.of();
    }
    Map<String, JsonNode> items = new LinkedHashMap<>();
    list.forEach(item -> items.put("%s[%d]".formatted(name, items.size()), item));
    return items;
  }

  private boolean tooMany(String name, JsonNode container, int max) {
    if (container.size() > max) {
      reject(name, "must have at most %d entries, not %d".formatted(max, container.size()));
    }
    return container.size() > max;
  }
}
