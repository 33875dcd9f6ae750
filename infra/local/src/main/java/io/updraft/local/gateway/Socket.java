package io.updraft.local.gateway;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * One connection. What its client sends is handed on one message at a time. Public, since Jetty
 * calls it by reflection.
 */
public final class Socket implements Session.Listener.AutoDemanding {
  private final SocketEvents events;
  private final Consumer<Socket> opened;
  private final Consumer<byte[]> message;
  private final BiConsumer<Socket, byte[]> closed;
  private volatile @Nullable Session session;
  private volatile Instant lastActive = Instant.now();

  Socket(
      SocketEvents events,
      Consumer<Socket> opened,
      Consumer<byte[]> message,
      BiConsumer<Socket, byte[]> closed) {
    this.events = events;
    this.opened = opened;
    this.message = message;
    this.closed = closed;
  }

  SocketEvents events() {
    return events;
  }

  Instant lastActive() {
    return lastActive;
  }

  @Override
  public void onWebSocketOpen(Session open) {
    session = open;
    opened.accept(this);
  }

  @Override
  public void onWebSocketText(String text) {
    lastActive = Instant.now();
    message.accept(events.message(text));
  }

  /** API Gateway takes text only. */
  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    close(StatusCode.BAD_DATA, "text only");
  }

  @Override
  public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
    closed.accept(this, events.disconnect(status, reason == null ? "" : reason));
    callback.succeed();
  }

  /** Whether it was taken. A client that leaves too much unread is cut off. */
  boolean send(String text) {
    Session open = session;
    if (open == null || !open.isOpen()) {
      return false;
    }
    lastActive = Instant.now();
    open.sendText(text, Callback.from(() -> {}, _ -> open.disconnect()));
    return open.isOpen();
  }

  void close(int status, String reason) {
    Session open = session;
    if (open != null) {
      open.close(status, reason, Callback.NOOP);
    }
  }
}
