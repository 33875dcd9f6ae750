package io.updraft.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.local.lambda.Json;
import java.io.IOException;
import java.util.stream.StreamSupport;

/**
 * A pattern of {@code FilterCriteria}: an object whose leaves are lists of what may be there, plain
 * values or {@code prefix}, {@code suffix}, {@code anything-but}, {@code exists}.
 */
final class EventPattern {
  private final JsonNode pattern;

  private EventPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException naming what is unsupported
   */
  static EventPattern parse(String json) {
    try {
      JsonNode pattern = Json.MAPPER.readTree(json);
      check(pattern);
      return new EventPattern(pattern);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static void check(JsonNode pattern) {
    if (pattern.isArray()) {
      pattern.forEach(EventPattern::checkRule);
    } else if (pattern.isObject()) {
      pattern
          .properties()
          .forEach(
              field -> {
                if (field.getKey().startsWith("$")) {
                  throw new IllegalArgumentException(field.getKey() + " is unsupported");
                }
                check(field.getValue());
              });
    } else {
      throw new IllegalArgumentException("a pattern's leaves must be lists: " + pattern);
    }
  }

  private static void checkRule(JsonNode rule) {
    if (rule.isObject()) {
      matchesRule(rule, rule);
    }
  }

  private static boolean matches(JsonNode pattern, JsonNode value) {
    if (pattern.isArray()) {
      return StreamSupport.stream(pattern.spliterator(), false)
          .anyMatch(rule -> matchesRule(rule, value));
    }
    return pattern.properties().stream()
        .allMatch(field -> matches(field.getValue(), value.path(field.getKey())));
  }

  private static boolean matchesRule(JsonNode rule, JsonNode value) {
    if (!rule.isObject()) {
      return equal(rule, value);
    }
    var operator = rule.properties().iterator().next();
    JsonNode operand = operator.getValue();
    return switch (operator.getKey()) {
      case "exists" -> operand.asBoolean() != value.isMissingNode();
      case "prefix" -> value.isTextual() && value.textValue().startsWith(operand.asText());
      case "suffix" -> value.isTextual() && value.textValue().endsWith(operand.asText());
      case "anything-but" -> !value.isMissingNode() && !isAnyOf(operand, value);
      default -> throw new IllegalArgumentException(operator.getKey() + " is unsupported");
    };
  }

  private static boolean isAnyOf(JsonNode operand, JsonNode value) {
    return operand.isArray() ? matches(operand, value) : equal(operand, value);
  }

  private static boolean equal(JsonNode expected, JsonNode value) {
    return (expected.isNumber() && value.isNumber())
        ? expected.decimalValue().compareTo(value.decimalValue()) == 0
        : expected.equals(value);
  }
}
