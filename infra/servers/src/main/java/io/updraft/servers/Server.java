package io.updraft.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server that runs as a child of this process and listens on a port of the loopback device. */
public final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LINES_SHOWN = 10;

  private final int port;
  private final ChildProcess process;

  private Server(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Starts the command and waits until it listens.
   *
   * @throws IllegalStateException with the end of its log, when it does not
   */
  static Server start(List<String> command, int port, Path log) {
    ChildProcess process = ChildProcess.start(command, log);
    try {
      if (Ports.await(port, PATIENCE, process::isAlive)) {
        return new Server(port, process);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.close();
    throw new IllegalStateException(
        "%s does not listen on port %d: %s".formatted(command.getFirst(), port, endOf(log)));
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** Completes when the server has ended, for whatever reason. */
  public CompletableFuture<?> onExit() {
    return process.onExit();
  }

  @Override
  public void close() {
    process.close();
  }

  private static String endOf(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "there is no log";
    }
  }
}
