package io.updraft.dynamodb;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds the attributes of an item; what is null or an empty collection is left out. */
public final class ItemBuilder {
  private final Map<String, AttributeValue> attributes = new HashMap<>();

  ItemBuilder() {}

  public ItemBuilder text(String name, @Nullable String value) {
    return value == null ? this : put(name, AttributeValue.fromS(value));
  }

  public ItemBuilder number(String name, @Nullable Long value) {
    return value == null ? this : put(name, AttributeValue.fromN(Long.toString(value)));
  }

  public ItemBuilder number(String name, long value) {
    return put(name, AttributeValue.fromN(Long.toString(value)));
  }

  public ItemBuilder decimal(String name, double value) {
    return put(name, AttributeValue.fromN(Double.toString(value)));
  }

  public ItemBuilder flag(String name, @Nullable Boolean value) {
    return value == null ? this : put(name, AttributeValue.fromBool(value));
  }

  /**
   * Milliseconds of precision, in the form that sorts as text: {@code 2026-11-24T06:46:45.123Z}.
   */
  public ItemBuilder time(String name, @Nullable Instant value) {
    return value == null ? this : put(name, AttributeValue.fromS(sortable(value)));
  }

  /** Seconds since the epoch, as time to live wants them. */
  public ItemBuilder expiry(String name, Instant value) {
    return number(name, value.getEpochSecond());
  }

  public ItemBuilder bytes(String name, byte @Nullable [] value) {
    return value == null
        ? this
        : put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
  }

  public ItemBuilder texts(String name, Collection<String> values) {
    List<AttributeValue> list = values.stream().map(AttributeValue::fromS).toList();
    return values.isEmpty() ? this : put(name, AttributeValue.fromL(list));
  }

  /** A string set: the form to which {@code ADD} and {@code DELETE} apply. */
  public ItemBuilder set(String name, Collection<String> values) {
    return values.isEmpty() ? this : put(name, AttributeValue.fromSs(List.copyOf(values)));
  }

  public ItemBuilder pairs(String name, Map<String, String> values) {
    Map<String, AttributeValue> map = new HashMap<>();
    values.forEach((key, value) -> map.put(key, AttributeValue.fromS(value)));
    return values.isEmpty() ? this : put(name, AttributeValue.fromM(map));
  }

  /** A nested map, written even when it is empty so that its entries can be set by path. */
  public ItemBuilder map(String name, Map<String, AttributeValue> value) {
    return put(name, AttributeValue.fromM(value));
  }

  public Map<String, AttributeValue> attributes() {
    return Map.copyOf(attributes);
  }

  /** The textual form of times in items and sort keys: always with three digits of milliseconds. */
  public static String sortable(Instant time) {
    String text = time.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.length() == "2026-11-24T06:46:45Z".length()
        ? text.substring(0, text.length() - 1) + ".000Z"
        : text;
  }

  private ItemBuilder put(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }
}
