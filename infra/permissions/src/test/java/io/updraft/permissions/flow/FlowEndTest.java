package io.updraft.permissions.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Guarded;
import io.updraft.lambda.Environment;
import io.updraft.permissions.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without the limit, one that does not end would stop the build without a word. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlowEndTest {
  // Read where they are needed: a method that reads some returns, for all that is known, any.
  private static final Environment SETTINGS = Environment.current();

  static final class EachOther {
    EachOther() {
      even(3, SETTINGS.text("ONE"), SETTINGS.text("OTHER"));
    }

    private static void even(int depth, String now, String then) {
      if (depth > 0) {
        odd(depth - 1, then, now);
      }
    }

    private static void odd(int depth, String table, String next) {
      var _ = Guarded.put(table, Map.of());
      even(depth - 1, table, next);
    }
  }

  @Test
  void comesWithMethodsThatCallEachOther() {
    assertThat(Found.in(EachOther.class).uses())
        .containsExactly("dynamodb:PutItem ONE", "dynamodb:PutItem OTHER");
  }

  static final class Looping {
    Looping() {
      String first = "";
      String second = "";
      String third = SETTINGS.text("TABLE");
      while (SETTINGS.flag("GOES_ON", true)) {
        var _ = Guarded.put(first, Map.of());
        first = second;
        second = third;
      }
    }
  }

  /** The name gets to the write in the third round. */
  @Test
  void comesWithLoopsWhenNoRoundBringsAnythingNew() {
    assertThat(Found.in(Looping.class).uses()).containsExactly("dynamodb:PutItem TABLE");
  }

  private interface Step {
    String run(String table);
  }

  private interface Turn {
    String take(String table);
  }

  static final class LambdaOfItself {
    LambdaOfItself() {
      Step step = table -> Guarded.put(table, Map.of()).table();
      while (SETTINGS.flag("GOES_ON", true)) {
        Turn turn = step::run;
        step = turn::take;
      }
      var _ = step.run(SETTINGS.text("TABLE"));
    }
  }

  @Test
  void comesWithLambdasThatCallThemselves() {
    assertThat(Found.in(LambdaOfItself.class).uses()).containsExactly("dynamodb:PutItem TABLE");
  }

  /** Every object of a list holds the next, and the list is filled while it is read. */
  static final class Linked {
    private record Node(String table, List<Node> next) {}

    Linked() {
      var nodes = new ArrayList<Node>();
      nodes.add(new Node(SETTINGS.text("TABLE"), nodes));
      nodes.forEach(node -> write(node));
    }

    private static void write(Node node) {
      var _ = Guarded.put(node.table(), Map.of());
      node.next().forEach(next -> write(next));
    }
  }

  @Test
  void comesWithObjectsThatHoldThemselves() {
    assertThat(Found.in(Linked.class).uses()).containsExactly("dynamodb:PutItem TABLE");
  }
}
