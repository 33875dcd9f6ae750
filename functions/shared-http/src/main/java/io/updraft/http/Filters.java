package io.updraft.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The filters in the query of a list, being read as {@link Fields} are: read all, then call {@link
 * #throwIfInvalid()}. An absent or empty one filters nothing.
 */
public final class Filters {
  private final Map<String, String> query;
  private final Map<String, String> applied = new LinkedHashMap<>();
  private final Violations violations = new Violations();

  Filters(Map<String, String> query) {
    this.query = query;
  }

  /** A text of at most so many code points. */
  public Optional<String> text(String name, int max) {
    return read(name, TextNode::valueOf, FieldReader.text(new TextRule(1, max)));
  }

  /** A constant by its name in lower snake case. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return read(name, TextNode::valueOf, FieldReader.choice(type));
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> flag(String name) {
    return read(name, Filters::flagNode, FieldReader.flag());
  }

  /** ISO 8601 with an offset, as UTC to the millisecond. */
  public Optional<Instant> time(String name) {
    return read(name, TextNode::valueOf, FieldReader.time());
  }

  /** ISO 8601 with an offset, as UTC to the nanosecond. */
  public Optional<Instant> exactTime(String name) {
    return read(name, TextNode::valueOf, FieldReader.time(ChronoUnit.NANOS));
  }

  /**
   * A text of at most so many code points that the operation itself can parse.
   *
   * @param message what to say of one that it can't
   */
  public <T> Optional<T> parsed(
      String name, int max, Function<String, Optional<T>> parser, String message) {
    return read(name, TextNode::valueOf, FieldReader.parsed(new TextRule(1, max), parser, message));
  }

  /** The value of a parameter that has to be there; the placeholder where it is not. */
  public <T> T required(String name, Optional<T> value, T placeholder) {
    if (value.isEmpty()) {
      reject(name, "is required");
    }
    return value.orElse(placeholder);
  }

  /** Adds what only the operation can judge; the message is read after the parameter's name. */
  public void reject(String name, String message) {
    violations.add(name, message);
  }

  /** Which part of the list is wanted, from {@code limit}, {@code offset} and {@code cursor}. */
  public Page page() {
    return Page.of(query, violations);
  }

  /** The filters that were read and were there, as the answer of the list shows them. */
  public Map<String, String> applied() {
    return Collections.unmodifiableMap(applied);
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException {@code VALIDATION} with every wrong filter, if there is one
   */
  public void throwIfInvalid() {
    violations.throwIfAny();
  }

  private <T> Optional<T> read(
      String name, Function<String, JsonNode> node, FieldReader<T> reader) {
    String given = query.getOrDefault(name, "");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    FieldReader.Reading<T> reading = reader.read(node.apply(given));
    if (reading.value().isEmpty()) {
      violations.add(name, reading.complaint());
    } else {
      applied.put(name, given);
    }
    return reading.value();
  }

  private static JsonNode flagNode(String text) {
    return switch (text) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> TextNode.valueOf(text);
    };
  }
}
