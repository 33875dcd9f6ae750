package io.updraft.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private static final Path DATA = Path.of("/project/data");

  private static String greeting(String... arguments) {
    return new Greeting(Options.parse(arguments, DATA), DATA).text();
  }

  @Test
  void tellsCommandsThatReachTheRuntimeWhereverItsDataIs() {
    assertThat(greeting()).contains("scripts/token --role admin  ").doesNotContain("--data");
    assertThat(greeting("--data", "/tmp/x"))
        .contains("scripts/token --role admin --data /tmp/x ")
        .contains("scripts/events --data /tmp/x ")
        .contains("with --data /tmp/x");
    assertThat(greeting("--data", "/a b/it's")).contains("--data '/a b/it'\\''s' ");
  }
}
