package io.updraft.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** TCP ports of this machine. */
public final class Ports {
  private static final Duration POLL = Duration.ofMillis(10);
  private static final int CONNECT_MILLIS = 1_000;
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private Ports() {}

  /**
   * A port that nobody uses at this moment. It lies below those that systems give to outgoing
   * connections, so that none of these takes it while its server is away.
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, HIGHEST)
        .limit(ATTEMPTS)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no free port"));
  }

  /** {@code preferred} where nobody listens on it, or else another free port. */
  public static int freeOr(int preferred) {
    if (preferred > 0 && isFree(preferred)) {
      return preferred;
    }
    return free();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // What the last server left in TIME_WAIT does not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Waits until somebody listens on the port; false when that took too long or can't be. */
  static boolean await(int port, Duration patience, BooleanSupplier possible)
      throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    while (possible.getAsBoolean() && Instant.now().isBefore(end)) {
      if (isListening(port)) {
        return true;
      }
      Thread.sleep(POLL);
    }
    return false;
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
