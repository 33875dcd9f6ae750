package io.updraft.permissions.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.lambda.Environment;
import io.updraft.permissions.Found;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How the name of a table gets through lambdas. */
class FlowLambdasTest {
  private static final String DELETED = "dynamodb:DeleteItem TABLE";

  private static final Environment SETTINGS = Environment.current();

  private static Guarded delete(String table) {
    return Guarded.delete(table, new Key("organization", "thing"));
  }

  private record Holder(String table) {}

  static final class ByLambdas {
    ByLambdas() {
      String captured = SETTINGS.text("CAPTURED");
      Supplier<Guarded> write = () -> delete(captured);
      Function<String, Guarded> given = table -> delete(table);
      var _ = write.get();
      var _ = given.apply(SETTINGS.text("TABLE"));
    }
  }

  @Test
  void passThroughLambdasAndWhatTheyCapture() {
    assertThat(Found.clearlyIn(ByLambdas.class).uses())
        .containsExactly("dynamodb:DeleteItem CAPTURED", DELETED);
  }

  static final class ByMethodReferences {
    ByMethodReferences() {
      Function<Holder, String> table = Holder::table;
      Function<String, Holder> holder = Writer::holder;
      Function<String, Guarded> write = new Writer()::write;
      var _ = write.apply(table.apply(holder.apply(SETTINGS.text("TABLE"))));
    }
  }

  private static final class Writer {
    static Holder holder(String table) {
      return new Holder(table);
    }

    Guarded write(String table) {
      return delete(table);
    }
  }

  private record Pair(String other, String table) {}

  private interface Making {
    Pair make(String first, String second);
  }

  static final class ByConstructorReference {
    ByConstructorReference() {
      Making making = Pair::new;
      var _ = delete(making.make(SETTINGS.text("OTHER"), SETTINGS.text("TABLE")).table());
    }
  }

  static final class ByLibrary {
    ByLibrary() {
      var _ = Optional.of(SETTINGS.text("TABLE")).map(Holder::new).map(h -> delete(h.table()));
    }
  }

  @Test
  void passThroughWhatLibrariesDoWithLambdas() {
    assertThat(Found.clearlyIn(ByLibrary.class).uses()).containsExactly(DELETED);
  }

  @Test
  void passThroughMethodReferences() {
    assertThat(Found.clearlyIn(ByMethodReferences.class).uses()).containsExactly(DELETED);
    assertThat(Found.clearlyIn(ByConstructorReference.class).uses()).containsExactly(DELETED);
  }

  private interface Names {
    String table();

    default Guarded write() {
      return delete(table());
    }
  }

  static final class ByDefaultMethod {
    ByDefaultMethod() {
      String table = SETTINGS.text("TABLE");
      Names names = () -> table;
      var _ = names.write();
    }
  }

  @Test
  void passThroughDefaultMethodsOfLambdas() {
    assertThat(Found.clearlyIn(ByDefaultMethod.class).uses()).containsExactly(DELETED);
  }
}
