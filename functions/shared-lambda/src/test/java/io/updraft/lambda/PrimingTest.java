package io.updraft.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class PrimingTest {
  @Test
  void aFailureDoesNotBreakTheSnapshot() {
    AtomicInteger calls = new AtomicInteger();
    Priming.Step step =
        new Priming.Step(
            "table",
            () -> {
              calls.incrementAndGet();
              throw new IllegalStateException("no such table");
            });

    assertThatCode(() -> step.beforeCheckpoint(Core.getGlobalContext())).doesNotThrowAnyException();
    assertThat(calls).hasValue(1);
  }
}
