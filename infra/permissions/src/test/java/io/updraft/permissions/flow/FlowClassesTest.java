package io.updraft.permissions.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.lambda.Environment;
import io.updraft.permissions.Found;
import org.junit.jupiter.api.Test;

/** Which class's code a call runs, told by the settings that it reads. */
class FlowClassesTest {
  private static String read(String name) {
    return Environment.current().text(name);
  }

  private interface Finder<T> {
    String find(T id);
  }

  private abstract static class Step {
    static final String AT_START = read("BY_INITIALIZER");

    final String run() {
      return AT_START + before() + step();
    }

    abstract String step();

    String before() {
      return read("BEFORE");
    }
  }

  private static final class Overriding extends Step {
    @Override
    String step() {
      return super.before() + read("STEP");
    }

    @Override
    String before() {
      return read("OVERRIDDEN");
    }
  }

  private static final class NotOverriding extends Step {
    @Override
    String step() {
      return "";
    }
  }

  static final class WithSuper {
    WithSuper() {
      var _ = new Overriding().run();
    }
  }

  static final class WithoutSuper {
    WithoutSuper() {
      var _ = new NotOverriding().run();
    }
  }

  @Test
  void methodsAreThoseOfTheClassOrInherited() {
    assertThat(Found.clearlyIn(WithSuper.class).required())
        .containsExactly("BEFORE", "BY_INITIALIZER", "OVERRIDDEN", "STEP");
    assertThat(Found.clearlyIn(WithoutSuper.class).required())
        .containsExactly("BEFORE", "BY_INITIALIZER");
  }

  private enum Mode {
    ONE {
      @Override
      String run() {
        return read("BY_CONSTANT");
      }
    };

    abstract String run();
  }

  static final class OfConstants {
    OfConstants() {
      var _ = Mode.ONE.run();
    }
  }

  static final class OfAnonymousClass {
    OfAnonymousClass() {
      String name = "BY_ANONYMOUS";
      Finder<Integer> port =
          new Finder<>() {
            @Override
            public String find(Integer id) {
              return read(name);
            }
          };
      var _ = port.find(1);
    }
  }

  @Test
  void classesWithoutANameRunToo() {
    assertThat(Found.clearlyIn(OfConstants.class).required()).containsExactly("BY_CONSTANT");
    assertThat(Found.clearlyIn(OfAnonymousClass.class).required()).containsExactly("BY_ANONYMOUS");
  }

  private interface General {
    default String run() {
      return read("BY_GENERAL");
    }
  }

  private interface Special extends General {
    @Override
    default String run() {
      return read("BY_SPECIAL");
    }
  }

  private static class Parent implements General {}

  private static final class Child extends Parent implements Special {}

  static final class OfDefaults {
    OfDefaults() {
      General general = new Child();
      var _ = general.run();
    }
  }

  /** Though the class gets the other by its parent, which comes first. */
  @Test
  void ofTwoDefaultMethodsTheMoreSpecialRuns() {
    assertThat(Found.clearlyIn(OfDefaults.class).required()).containsExactly("BY_SPECIAL");
  }
}
