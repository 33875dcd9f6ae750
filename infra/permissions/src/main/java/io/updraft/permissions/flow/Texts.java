package io.updraft.permissions.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of texts that are put together: how they begin. */
final class Texts {
  private static final String VARIABLE_PART = "[\u0001\u0002]";

  /** What of the parts of a key can be its first: the others come from outside. */
  private static final String FOLDER = "[a-z]+";

  private Texts() {}

  /** A concatenation, by its recipe, and whatever goes into it. */
  static Set<Value> joined(String recipe, List<Set<Value>> parts) {
    Set<Value> all = new HashSet<>(begun(recipe.split(VARIABLE_PART, 2)[0]));
    parts.forEach(part -> part.stream().filter(p -> !(p instanceof Value.Text)).forEach(all::add));
    return all;
  }

  /** What a method of {@link String} returns, where more can be said than that it has it all. */
  static Optional<Set<Value>> returned(
      Method called, List<Set<Value>> arguments, Set<Value> touched) {
    if (called.is("java/lang/String", "formatted")) {
      return Optional.of(beginnings(arguments.getFirst(), "%", ""));
    }
    if (called.is("java/lang/String", "join")) {
      Set<Value> parts = new HashSet<>(touched);
      parts.removeAll(arguments.getFirst());
      parts.removeIf(
          part ->
              !(part instanceof Value.Text text) || !text.text().matches(FOLDER) || !text.whole());
      return Optional.of(beginnings(parts, "\u0000", "/"));
    }
    return Optional.empty();
  }

  private static Set<Value> beginnings(Set<Value> values, String end, String added) {
    Set<Value> begun = new HashSet<>();
    for (Value value : values) {
      if (value instanceof Value.Text text) {
        begun.addAll(begun(text.text().split(end, 2)[0] + added));
      }
    }
    return begun;
  }

  private static Set<Value> begun(String beginning) {
    return beginning.isEmpty() ? Set.of() : Set.of(new Value.Text(beginning, false));
  }
}
