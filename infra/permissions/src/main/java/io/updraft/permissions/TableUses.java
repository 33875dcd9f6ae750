package io.updraft.permissions;

import io.updraft.permissions.flow.Method;
import io.updraft.permissions.flow.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes and queries as {@code io.updraft.dynamodb} has them. It puts them together in one place
 * and sends them in another, so they count where they are put together: what is made is sent.
 */
final class TableUses {
  private static final String PACKAGE = "io/updraft/dynamodb/";
  private static final String QUERY = PACKAGE + "PartitionQuery";

  private static final Map<String, String> WRITES =
      Map.of(
          "put", "dynamodb:PutItem",
          "create", "dynamodb:PutItem",
          "update", "dynamodb:UpdateItem",
          "delete", "dynamodb:DeleteItem",
          "check", "dynamodb:ConditionCheckItem");

  private final Set<Use> uses = new HashSet<>();
  private final Set<String> unclear;

  TableUses(Set<String> unclear) {
    this.unclear = unclear;
  }

  void begin() {
    uses.clear();
  }

  Set<Use> uses() {
    return Set.copyOf(uses);
  }

  Optional<Set<Value>> called(Method from, Method called, List<Set<Value>> arguments) {
    return switch (called.owner()) {
      case PACKAGE + "Guarded" -> write(from, called, arguments);
      case QUERY -> Optional.of(query(called, arguments));
      case PACKAGE + "Dynamo" -> sent(from, called, arguments);
      default -> Optional.empty();
    };
  }

  private Optional<Set<Value>> write(Method from, Method called, List<Set<Value>> arguments) {
    String action = WRITES.get(called.name());
    boolean makes = called.descriptor().endsWith(")L" + called.owner() + ";");
    // A creation is a put with a condition, and says itself which table.
    if (action == null || !makes || from.owner().equals(called.owner())) {
      return Optional.empty();
    }
    boolean clear = false;
    for (Value table : arguments.getFirst()) {
      if (table instanceof Value.Variable(String name)) {
        uses.add(Use.of(action, name, ""));
        clear = true;
      }
    }
    if (!clear) {
      unclear.add(from + " writes");
    }
    return Optional.of(Set.of());
  }

  private static Set<Value> query(Method called, List<Set<Value>> arguments) {
    return switch (called.name()) {
      case "of" -> queries(arguments.getFirst());
      case "onIndex" -> onIndex(arguments.getFirst(), arguments.get(1));
      default -> arguments.getFirst();
    };
  }

  private static Set<Value> queries(Set<Value> tables) {
    Set<Value> queries = new HashSet<>();
    for (Value table : tables) {
      if (table instanceof Value.Variable variable) {
        queries.add(new Value.Query(variable, Optional.empty()));
      }
    }
    return queries;
  }

  private static Set<Value> onIndex(Set<Value> queries, Set<Value> names) {
    Set<Value> on = new HashSet<>();
    for (Value query : queries) {
      for (Value name : names) {
        if (query instanceof Value.Query q && name instanceof Value.Text text) {
          on.add(new Value.Query(q.table(), Optional.of(text.text() + (text.whole() ? "" : "*"))));
        }
      }
    }
    return on;
  }

  private Optional<Set<Value>> sent(Method from, Method called, List<Set<Value>> arguments) {
    if (!called.name().equals("query") || arguments.size() != 2) {
      return Optional.empty();
    }
    boolean clear = false;
    for (Value value : arguments.get(1)) {
      if (value instanceof Value.Query(Value.Variable table, Optional<String> index)) {
        uses.add(Use.of("dynamodb:Query", table.name(), index.map("/index/"::concat).orElse("")));
        clear = true;
      }
    }
    if (!clear) {
      unclear.add(from + " queries");
    }
    return Optional.of(Set.of());
  }
}
