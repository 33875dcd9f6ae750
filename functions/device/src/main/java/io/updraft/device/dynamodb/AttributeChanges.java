package io.updraft.device.dynamodb;

import static java.util.stream.Collectors.joining;

import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What differs between two states of some attributes of an item. Only that is written, so that a
 * writer of one attribute can't undo what another has made of another meanwhile.
 */
record AttributeChanges(Map<String, AttributeValue> was, Map<String, AttributeValue> is) {

  /** An update of the item that also sets what {@code always} says. */
  Guarded update(String table, Key key, String always) {
    Map<String, AttributeValue> values = new TreeMap<>();
    set().forEach(name -> values.put(":" + name, is.get(name)));
    String expression = "SET " + Stream.concat(Stream.of(always), assignments()).collect(listed());
    return Guarded.update(table, key, expression + removals()).with(values);
  }

  private Stream<String> set() {
    return is.keySet().stream()
        .filter(name -> !Objects.equals(is.get(name), was.get(name)))
        .sorted();
  }

  private Stream<String> assignments() {
    return set().map(name -> "#%s = :%s".formatted(name, name));
  }

  private String removals() {
    String names =
        was.keySet().stream()
            .filter(name -> !is.containsKey(name))
            .sorted()
            .map(name -> "#" + name)
            .collect(listed());
    return names.isEmpty() ? "" : " REMOVE " + names;
  }

  private static Collector<CharSequence, ?, String> listed() {
    return joining(", ");
  }
}
