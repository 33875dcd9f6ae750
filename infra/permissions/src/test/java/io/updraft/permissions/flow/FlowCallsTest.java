package io.updraft.permissions.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.updraft.lambda.Environment;
import io.updraft.permissions.Found;
import org.junit.jupiter.api.Test;

/** Which code runs, told by the settings that it reads. */
class FlowCallsTest {
  private static String read(String name) {
    return Environment.current().text(name);
  }

  interface Port<T> {
    String find(T id);
  }

  private static final class Made implements Port<String> {
    @Override
    public String find(String id) {
      return read("BY_MADE");
    }
  }

  private static final class NeverMade implements Port<String> {
    @Override
    public String find(String id) {
      return read("BY_NEVER_MADE");
    }
  }

  static final class ThroughPort {
    private final Port<String> port;

    ThroughPort() {
      this(new Made());
    }

    ThroughPort(Port<String> port) {
      this.port = port;
      var _ = this.port.find("id");
    }

    /** Makes what the handler does not, and is not called by it. */
    static String other() {
      return new ThroughPort(new NeverMade()).port.find("id") + read("BY_OTHER");
    }
  }

  @Test
  void aCallOfAnInterfaceReachesTheClassesThatAreMade() {
    assertThat(Found.clearlyIn(ThroughPort.class).required()).containsExactly("BY_MADE");
  }

  @Test
  void whatNobodyCallsDoesNotRun() {
    assertThat(Found.clearlyIn(ThroughPort.class).required())
        .doesNotContain("BY_OTHER", "BY_NEVER_MADE");
  }

  static final class CalledBack implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String input, Context context) {
      new Thread(new Task()).start();
      return read("BY_HANDLER");
    }

    String notDeclaredByTheLibrary() {
      return read("BY_NOBODY");
    }
  }

  private static final class Task implements Runnable {
    @Override
    public void run() {
      read("BY_TASK");
    }
  }

  @Test
  void librariesCallWhatTheyDeclare() {
    assertThat(Found.clearlyIn(CalledBack.class).required())
        .containsExactly("BY_HANDLER", "BY_TASK");
  }

  static class Base {
    public void run() {
      read("BY_BASE");
    }
  }

  static final class Inheriting extends Base implements Runnable {}

  @Test
  void librariesCallWhatIsInheritedToo() {
    assertThat(Found.clearlyIn(Inheriting.class).required()).containsExactly("BY_BASE");
  }

  private sealed interface Shape {
    record Round(int size) implements Shape {}

    record Square(int size) implements Shape {}
  }

  static final class OnEachWay {
    OnEachWay() {
      this(new Shape.Round(1));
    }

    private OnEachWay(Shape shape) {
      try {
        var _ =
            switch (shape) {
              case Shape.Round(int size) when size > 2 -> read("BY_GUARD");
              case Shape.Round _ -> read("BY_PATTERN");
              case Shape.Square _ -> read("BY_OTHER_PATTERN");
            };
      } catch (IllegalStateException e) {
        read("BY_CATCH");
      } finally {
        read("BY_FINALLY");
      }
    }
  }

  /** Which way is taken is not looked at. */
  @Test
  void allWaysAreFollowed() {
    assertThat(Found.clearlyIn(OnEachWay.class).required())
        .containsExactly("BY_CATCH", "BY_FINALLY", "BY_GUARD", "BY_OTHER_PATTERN", "BY_PATTERN");
  }
}
