package io.updraft.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final int PATIENCE_SECONDS = 20;

  @TempDir Path folder;

  @Test
  void endsWithTheJvmThatStartedItAlsoWhenThatIsKilled() throws Exception {
    Process parent = startParent();
    long child = Long.parseLong(parent.inputReader().readLine());
    ProcessHandle handle = ProcessHandle.of(child).orElseThrow();

    parent.destroyForcibly();

    assertThat(handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void endsWhenClosed() throws Exception {
    ChildProcess child = ChildProcess.start(List.of("sleep", "1000"), folder.resolve("log"));
    ProcessHandle handle = ProcessHandle.of(sleep(child)).orElseThrow();
    child.close();

    assertThat(handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void leavesNothingBehindWhenItEndsByItself() throws Exception {
    ChildProcess child = ChildProcess.start(List.of("true"), folder.resolve("log"));
    Process holder = child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

    assertThat(holder.exitValue()).isZero();
    assertThat(holder.descendants()).isEmpty();
  }

  private static Process startParent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Parent.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long sleep(ChildProcess child) {
    // The holder is there before what it holds.
    while (true) {
      long pid = child.pid();
      if (ProcessHandle.of(pid)
          .flatMap(p -> p.info().command())
          .filter(command -> command.endsWith("sleep") || command.endsWith("coreutils"))
          .isPresent()) {
        return pid;
      }
      Thread.onSpinWait();
    }
  }

  /** A JVM that starts a child, says its process id, and waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      Path log = Path.of(System.getProperty("java.io.tmpdir"), "child-process-test.log");
      System.out.println(sleep(ChildProcess.start(List.of("sleep", "1000"), log)));
      Thread.currentThread().join();
    }
  }
}
