package io.updraft.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process whose life ends with that of this JVM, also when the JVM is killed: the script {@code
 * infra/servers/hold} sees to it.
 */
final class ChildProcess implements AutoCloseable {
  private static final String HOLDER = "infra/servers/hold";

  private static final long PATIENCE_SECONDS = 5;
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Process holder;

  private ChildProcess(Process holder) {
    this.holder = holder;
  }

  /** Starts the command; what it writes goes to {@code log}. */
  static ChildProcess start(List<String> command, Path log) {
    List<String> held = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // A session of its own, so that Ctrl-C reaches this JVM alone, which stops things in order.
      held.add(SETSID.toString());
    }
    held.add(ProjectFiles.root().resolve(HOLDER).toString());
    held.addAll(command);
    try {
      return new ChildProcess(
          new ProcessBuilder(held)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("can't start " + command.getFirst(), e);
    }
  }

  boolean isAlive() {
    return holder.isAlive();
  }

  /** Process id of what was started, or of its holder until it has started. */
  long pid() {
    return holder.children().mapToLong(ProcessHandle::pid).min().orElse(holder.pid());
  }

  CompletableFuture<Process> onExit() {
    return holder.onExit();
  }

  /** Asks the process to end, and ends it when it has not done so after some seconds. */
  @Override
  public void close() {
    holder.descendants().forEach(ProcessHandle::destroy);
    try {
      if (!holder.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private void kill() {
    holder.descendants().forEach(ProcessHandle::destroyForcibly);
    holder.destroyForcibly();
  }
}
