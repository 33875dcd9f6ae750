package io.updraft.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Json;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what it hears on a WebSocket. */
final class LiveListener implements WebSocket.Listener {
  final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    heard.add(Json.lenient(text.toString()));
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    closed.complete(status);
    return null;
  }

  /** The next message that is as wanted; those before it are dropped. Empty where none came. */
  Optional<JsonNode> next(Duration patience, Predicate<JsonNode> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    JsonNode message;
    do {
      message = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } while (message != null && !wanted.test(message));
    return Optional.ofNullable(message);
  }
}
