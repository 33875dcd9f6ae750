package io.updraft.fleet.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection that is made anew after a failure; the unit of work is then tried again. */
final class Connection implements AutoCloseable {
  private static final int MOST_ATTEMPTS = 5;

  private final URI server;
  private @Nullable Wire wire;

  Connection(URI server) {
    this.server = server;
  }

  /**
   * Does one unit of work.
   *
   * @throws IOException the last failure, where every attempt failed
   */
  void work(Load.Work work, int number, Tally tally) throws IOException {
    for (int attempt = 1; !isDone(work, number, tally, attempt); attempt++) {
      tally.failed();
    }
  }

  private boolean isDone(Load.Work work, int number, Tally tally, int attempt) throws IOException {
    long start = System.nanoTime();
    try {
      work.on(open(), number);
      tally.done(Duration.ofNanos(System.nanoTime() - start));
      return true;
    } catch (IOException failure) {
      close();
      if (attempt == MOST_ATTEMPTS) {
        throw failure;
      }
      return false;
    }
  }

  private Wire open() throws IOException {
    Wire open = wire;
    if (open == null) {
      open = new Wire(server);
      wire = open;
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    Wire open = wire;
    wire = null;
    if (open != null) {
      open.close();
    }
  }
}
