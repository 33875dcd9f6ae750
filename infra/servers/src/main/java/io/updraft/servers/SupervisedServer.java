package io.updraft.servers;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that is started again, on the same port, when it ends by itself. */
public final class SupervisedServer implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Supplier<Server> starter;
  private final Consumer<String> report;
  private Server current;
  private @Nullable Thread restarting;
  private boolean closed;

  private SupervisedServer(Supplier<Server> starter, Consumer<String> report) {
    this.starter = starter;
    this.report = report;
    this.current = starter.get();
  }

  /**
   * Starts the server.
   *
   * @param report told in a sentence when the server has ended, and when it is there again
   */
  public static SupervisedServer start(Supplier<Server> starter, Consumer<String> report) {
    SupervisedServer server = new SupervisedServer(starter, report);
    server.watch(server.current);
    return server;
  }

  public int port() {
    return server().port();
  }

  /** Process id of the present one. */
  public long pid() {
    return server().pid();
  }

  private synchronized Server server() {
    return current;
  }

  private void watch(Server server) {
    var _ = server.onExit().thenRun(this::restart);
  }

  private synchronized void restart() {
    if (!closed) {
      restarting = Thread.ofVirtual().name("restart").start(this::startAgain);
    }
  }

  private void startAgain() {
    report.accept("The server on port " + port() + " has ended. It is started again.");
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        Thread.sleep(pause);
        if (tryToStart()) {
          return;
        }
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tryToStart() {
    try {
      take(starter.get());
      report.accept("The server on port " + port() + " is there again.");
      return true;
    } catch (IllegalStateException e) {
      report.accept(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private synchronized void take(Server server) {
    if (closed) {
      server.close();
    } else {
      current = server;
      watch(server);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (restarting != null) {
      restarting.interrupt();
    }
    current.close();
  }
}
