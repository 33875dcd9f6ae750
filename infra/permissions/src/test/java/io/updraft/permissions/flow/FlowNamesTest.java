package io.updraft.permissions.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.lambda.Environment;
import io.updraft.permissions.Found;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the name of a table gets from where it is read to where it is written to. */
class FlowNamesTest {
  private static final String DELETED = "dynamodb:DeleteItem TABLE";

  // Read where they are needed: a method that reads some returns, for all that is known, any.
  private static final Environment SETTINGS = Environment.current();

  private static Guarded delete(String table) {
    return Guarded.delete(table, new Key("organization", "thing"));
  }

  private record Tables(long version, String table, String other) {}

  private static final class Store {
    private final double limit;
    private final Tables tables;

    Store(double limit, Tables tables) {
      this.limit = limit;
      this.tables = tables;
    }

    Guarded write() {
      return delete(tables.table()).when("size < " + limit);
    }
  }

  static final class ByFields {
    ByFields() {
      var _ =
          new Store(1.5, new Tables(3L, SETTINGS.text("TABLE"), SETTINGS.text("OTHER"))).write();
    }
  }

  /** The numbers take two places each of those that values are counted by. */
  @Test
  void passThroughConstructorsFieldsAndRecords() {
    assertThat(Found.clearlyIn(ByFields.class).uses()).containsExactly(DELETED);
  }

  static final class ByStaticMethods {
    ByStaticMethods() {
      var _ = delete(second(7L, SETTINGS.text("OTHER"), SETTINGS.text("TABLE")));
    }

    private static String second(long number, String first, String second) {
      return number > 7L && first.isEmpty() ? "none" : second;
    }
  }

  @Test
  void passThroughStaticMethodsAndWhatTheyReturn() {
    assertThat(Found.clearlyIn(ByStaticMethods.class).uses()).containsExactly(DELETED);
  }

  static final class ByCollections {
    ByCollections() {
      List<String> tables = new ArrayList<>();
      tables.add(SETTINGS.text("LISTED"));
      tables.forEach(table -> write(table));
      write(new String[] {SETTINGS.text("IN_ARRAY")}[0]);
      write(
          List.of(SETTINGS.text("STREAMED")).stream().filter(t -> !t.isEmpty()).findFirst().get());
    }

    private static void write(String table) {
      var _ = delete(table);
    }
  }

  @Test
  void passThroughCollectionsAndArrays() {
    assertThat(Found.clearlyIn(ByCollections.class).uses())
        .containsExactly(
            "dynamodb:DeleteItem IN_ARRAY",
            "dynamodb:DeleteItem LISTED",
            "dynamodb:DeleteItem STREAMED");
  }

  static final class ByEitherWay {
    ByEitherWay() {
      String table = SETTINGS.flag("FLAG", true) ? SETTINGS.text("ONE") : SETTINGS.text("OTHER");
      try {
        SETTINGS.integer("NUMBER", 1, 2);
        table = SETTINGS.text("LATE");
        throw new IllegalArgumentException("as the line before the last can");
      } catch (IllegalArgumentException e) {
        var _ = delete(table);
      }
    }
  }

  @Test
  void comeByAnyWayThatGetsThere() {
    assertThat(Found.clearlyIn(ByEitherWay.class).uses())
        .containsExactly(
            "dynamodb:DeleteItem LATE", "dynamodb:DeleteItem ONE", "dynamodb:DeleteItem OTHER");
  }

  private abstract static class Base {
    final String table;

    Base(String table) {
      this.table = table;
    }
  }

  private static final class Derived extends Base {
    Derived(String table) {
      super(table);
    }

    Guarded write() {
      return delete(table);
    }
  }

  static final class ByInheritedField {
    ByInheritedField() {
      var _ = new Derived(SETTINGS.text("TABLE")).write();
    }
  }

  @Test
  void passThroughInheritedFields() {
    assertThat(Found.clearlyIn(ByInheritedField.class).uses()).containsExactly(DELETED);
  }
}
