package io.updraft.permissions;

import io.updraft.permissions.flow.Method;
import io.updraft.permissions.flow.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was found so far, and where in the code it can't be told. */
final class Finds {
  private final Set<Use> uses = new HashSet<>();
  private final Set<String> unclear = new TreeSet<>();

  void begin() {
    uses.clear();
    unclear.clear();
  }

  void add(Use use) {
    uses.add(use);
  }

  /** The action on what these values name; unclear where they name nothing. */
  void addNamed(Method where, String action, Set<Value> names) {
    List<String> variables = variables(names);
    variables.forEach(variable -> add(Use.of(action, variable, "")));
    if (variables.isEmpty()) {
      unclear(where, "needs " + action);
    }
  }

  void unclear(Method where, String what) {
    unclear.add(where + " " + what);
  }

  Set<Use> uses() {
    return Set.copyOf(uses);
  }

  List<String> unclear() {
    return List.copyOf(unclear);
  }

  static List<String> variables(Set<Value> values) {
    return values.stream()
        .filter(Value.Variable.class::isInstance)
        .map(value -> ((Value.Variable) value).name())
        .toList();
  }
}
