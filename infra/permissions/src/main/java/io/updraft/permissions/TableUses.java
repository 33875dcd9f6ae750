package io.updraft.permissions;

import io.updraft.permissions.flow.Method;
import io.updraft.permissions.flow.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes, reads and queries as {@code io.updraft.dynamodb} has them. It puts writes together in one
 * place and sends them in another, so they count where they are put together: what is made is sent.
 * Reads count where they are asked for: inside, all tables that any function reads would be one.
 */
final class TableUses {
  private static final String PACKAGE = "io/updraft/dynamodb/";
  private static final String GUARDED = PACKAGE + "Guarded";
  private static final String DYNAMO = PACKAGE + "Dynamo";
  private static final String QUERY = PACKAGE + "PartitionQuery";
  private static final String QUERIES = "dynamodb:Query";

  private static final Map<String, String> WRITES =
      Map.of(
          "put", "dynamodb:PutItem",
          "create", "dynamodb:PutItem",
          "update", "dynamodb:UpdateItem",
          "delete", "dynamodb:DeleteItem",
          "check", "dynamodb:ConditionCheckItem");

  /** A transaction that reads has no action of its own. */
  private static final Map<String, String> READS =
      Map.of(
          "get", "dynamodb:GetItem",
          "getAll", "dynamodb:BatchGetItem",
          "getAllAtOnce", "dynamodb:GetItem");

  private final Finds finds;

  TableUses(Finds finds) {
    this.finds = finds;
  }

  /** Whether a request that this method makes was counted here already. */
  static boolean counts(Method method, String action) {
    boolean sends = method.owner().equals(GUARDED) || method.owner().equals(DYNAMO);
    return sends && WRITES.containsValue(action);
  }

  Optional<Set<Value>> called(Method from, Method called, List<Set<Value>> arguments) {
    return switch (called.owner()) {
      case GUARDED -> write(from, called, arguments);
      case QUERY -> Optional.of(query(from, called, arguments));
      case DYNAMO -> sent(from, called, arguments);
      default -> Optional.empty();
    };
  }

  private Optional<Set<Value>> write(Method from, Method called, List<Set<Value>> arguments) {
    String action = WRITES.get(called.name());
    boolean makes = called.descriptor().endsWith(")L" + GUARDED + ";");
    // A creation is a put with a condition, and says itself which table.
    if (from.owner().equals(GUARDED)) {
      return Optional.empty();
    }
    if (called.isConstructor()) {
      finds.unclear(from, "writes what only its kind tells");
    }
    return action == null || !makes
        ? Optional.empty()
        : counted(from, action, arguments.getFirst());
  }

  private Optional<Set<Value>> counted(Method from, String action, Set<Value> tables) {
    finds.addNamed(from, action, tables);
    return Optional.of(Set.of());
  }

  private Set<Value> query(Method from, Method called, List<Set<Value>> arguments) {
    return switch (called.name()) {
      case "of" -> told(from, queries(arguments.getFirst()));
      case "onIndex" -> told(from, onIndex(arguments.getFirst(), arguments.get(1)));
      default -> arguments.getFirst();
    };
  }

  /** Where others are sent by the same method, nobody would miss it there. */
  private Set<Value> told(Method from, Set<Value> queries) {
    if (queries.isEmpty()) {
      finds.unclear(from, "needs " + QUERIES);
    }
    return queries;
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
          on.add(new Value.Query(q.table(), Optional.of(text.pattern())));
        }
      }
    }
    return on;
  }

  private Optional<Set<Value>> sent(Method from, Method called, List<Set<Value>> arguments) {
    String reads = READS.get(called.name());
    if (reads != null && !from.owner().equals(DYNAMO)) {
      return counted(from, reads, arguments.get(1));
    }
    return called.name().equals("query") ? queried(from, arguments.get(1)) : Optional.empty();
  }

  private Optional<Set<Value>> queried(Method from, Set<Value> queries) {
    for (Value value : told(from, queries)) {
      if (value instanceof Value.Query(Value.Variable table, Optional<String> index)) {
        finds.add(Use.of(QUERIES, table.name(), index.map("/index/"::concat).orElse("")));
      }
    }
    return Optional.of(Set.of());
  }
}
