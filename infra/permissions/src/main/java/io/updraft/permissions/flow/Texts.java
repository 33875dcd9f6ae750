package io.updraft.permissions.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of texts that are put together: how they begin. */
final class Texts {
  private static final String VARIABLE_PART = "[\u0001\u0002]";

  private Texts() {}

  /** A concatenation, by its recipe, and whatever goes into it. */
  static Set<Value> joined(String recipe, List<Set<Value>> parts) {
    Set<Value> all = new HashSet<>(begun(recipe.split(VARIABLE_PART, 2)[0]));
    parts.forEach(part -> part.stream().filter(p -> !(p instanceof Value.Text)).forEach(all::add));
    return all;
  }

  /** What is made of a pattern, by which texts are put together as well. */
  static Optional<Set<Value>> formatted(Method called, List<Set<Value>> arguments) {
    return called.is("java/lang/String", "formatted")
        ? Optional.of(beginnings(arguments.getFirst()))
        : Optional.empty();
  }

  private static Set<Value> beginnings(Set<Value> patterns) {
    Set<Value> begun = new HashSet<>();
    for (Value value : patterns) {
      if (value instanceof Value.Text pattern) {
        begun.addAll(begun(pattern.text().split("%", 2)[0]));
      }
    }
    return begun;
  }

  private static Set<Value> begun(String beginning) {
    return beginning.isEmpty() ? Set.of() : Set.of(new Value.Text(beginning, false));
  }
}
