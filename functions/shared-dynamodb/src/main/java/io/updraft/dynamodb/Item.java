package io.updraft.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item as it was read, with typed access to its attributes. A required attribute that is
 * missing is a defect of the writer and throws {@link IllegalStateException} with its name.
 */
public record Item(Map<String, AttributeValue> attributes) {
  public Item {
    attributes = Map.copyOf(attributes);
  }

  /** Starts an item, or a set of expression values, to be written. */
  public static ItemBuilder build() {
    return new ItemBuilder();
  }

  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  public String text(String name) {
    return required(name).s();
  }

  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  /** The text, or null where the attribute is absent; for records with nullable components. */
  public @Nullable String textOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.s();
  }

  public long number(String name) {
    return Long.parseLong(required(name).n());
  }

  public long numberOr(String name, long otherwise) {
    AttributeValue value = attributes.get(name);
    return value == null ? otherwise : Long.parseLong(value.n());
  }

  public double decimalOr(String name, double otherwise) {
    AttributeValue value = attributes.get(name);
    return value == null ? otherwise : Double.parseDouble(value.n());
  }

  public boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  /** The flag, or null where the attribute is absent: not known. */
  public @Nullable Boolean flagOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.bool();
  }

  /** A time written by {@link ItemBuilder#time}. */
  public Instant time(String name) {
    return Instant.parse(text(name));
  }

  public @Nullable Instant timeOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : Instant.parse(value.s());
  }

  public byte[] bytes(String name) {
    return required(name).b().asByteArrayUnsafe();
  }

  /** A list, or a string set in sorted order; empty where absent. */
  public List<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      return List.of();
    }
    return value.hasSs()
        ? value.ss().stream().sorted().toList()
        : value.l().stream().map(AttributeValue::s).toList();
  }

  /** A map of texts in key order; empty where absent. */
  public Map<String, String> pairs(String name) {
    Map<String, String> pairs = new TreeMap<>();
    map(name).attributes().forEach((key, value) -> pairs.put(key, value.s()));
    return pairs;
  }

  /** A nested map as an item of its own; empty where absent. */
  public Item map(String name) {
    AttributeValue value = attributes.get(name);
    return new Item(value == null ? Map.of() : value.m());
  }

  private AttributeValue required(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("item has no attribute '" + name + "'");
    }
    return value;
  }
}
