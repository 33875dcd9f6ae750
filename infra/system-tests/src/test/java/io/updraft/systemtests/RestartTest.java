package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stopping, starting again, and starting twice. */
@Timeout(300)
class RestartTest {
  /** What is promised on a machine that does nothing else is ten seconds. */
  private static final Duration SECOND_START = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void stopsWithoutLeavingAProcessAndHasItsDataWhenStartedAgain() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data of the test"))) {
      Operator operator = Operator.of(runtime);
      String firmware = operator.firmware("model-1", "1.0.0", 70_000);
      String before = operator.get("firmware/" + firmware).body().toString();
      ProcessTree processes = runtime.processes();

      assertThat(runtime.stop()).as("exit status after SIGTERM").isZero();
      assertThat(processes.leftBehind()).isEmpty();

      long start = System.nanoTime();
      runtime.startAgain();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SECOND_START);
      assertThat(operator.get("firmware/" + firmware).body()).hasToString(before);
    }
  }

  @Test
  void refusesToStartOnADataFolderInUse() throws Exception {
    Path data = folder.resolve("data of the test");
    try (RuntimeProcess runtime = RuntimeProcess.start(data);
        RuntimeProcess second = RuntimeProcess.launched(data)) {
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.output()).contains(data.toString(), "is in use by another runtime");
      assertThat(second.output()).doesNotContain("Exception");

      assertThat(Client.of(runtime).send(Client.of(runtime).request("/health")).status())
          .as("the first is not disturbed")
          .isEqualTo(200);
    }
  }
}
