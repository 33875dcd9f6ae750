package io.updraft.fleet;

import io.updraft.fleet.http.Refused;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection, until it is closed or enough has come. */
final class Listener implements WebSocket.Listener {
  private final int most;
  private final Consumer<String> lines;
  private final StringBuilder part = new StringBuilder();
  private final CountDownLatch ended = new CountDownLatch(1);
  private int heard;

  private Listener(int most, Consumer<String> lines) {
    this.most = most;
    this.lines = lines;
  }

  /** How many messages came. */
  static int listen(URI address, int most, Consumer<String> lines) throws InterruptedException {
    Listener listener = new Listener(most, lines);
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .buildAsync(address, listener)
              .join();
      listener.ended.await();
      socket.abort();
    } catch (CompletionException e) {
      throw new Refused("no connection: " + e.getCause());
    }
    return listener.heard();
  }

  private synchronized int heard() {
    return heard;
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onText(
      WebSocket socket, CharSequence data, boolean last) {
    part.append(data);
    if (last && heard < most) {
      lines.accept(part.toString());
      part.setLength(0);
      heard++;
    }
    if (heard >= most) {
      ended.countDown();
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    ended.countDown();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ended.countDown();
  }
}
