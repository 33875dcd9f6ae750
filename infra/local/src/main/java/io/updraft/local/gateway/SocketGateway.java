package io.updraft.local.gateway;

import io.updraft.local.lambda.Functions;
import io.updraft.local.lambda.LocalFunction;
import io.updraft.local.lambda.Outcome;
import io.updraft.template.WebSocketApi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * A WebSocket API at the path of its stage, with the limits of API Gateway: a connection is asked
 * for at {@code $connect}, is closed after ten idle minutes or two hours, and takes messages of 128
 * KB in frames of 32 KB.
 */
final class SocketGateway extends Handler.Abstract {
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofHours(2);
  static final int MOST_MESSAGE_BYTES = 128 * 1024;
  private static final int MOST_FRAME_BYTES = 32 * 1024;

  /** Frames that a client has not read yet: 2 MiB at most. */
  private static final int MOST_WAITING = 64;

  private final WebSocketApi api;
  private final Functions functions;
  private final ServerWebSocketContainer container;
  private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  SocketGateway(WebSocketApi api, Functions functions, Server server) {
    this.api = api;
    this.functions = functions;
    this.container = ServerWebSocketContainer.ensure(server);
    container.setIdleTimeout(IDLE);
    container.setMaxTextMessageSize(MOST_MESSAGE_BYTES);
    container.setMaxFrameSize(MOST_FRAME_BYTES);
    container.setMaxOutgoingFrames(MOST_WAITING);
  }

  /** Leaves what is not at its path to others. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/" + api.stage())) {
      return false;
    }
    if (!isUpgrade(request)) {
      write(response, callback, HttpAnswer.message(426, "Upgrade Required"));
      return true;
    }
    connect(request, response, callback);
    return true;
  }

  private static boolean isUpgrade(Request request) {
    return request.getMethod().equals("GET")
        && "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE))
        && request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_KEY);
  }

  private void connect(Request request, Response response, Callback callback) {
    HttpRequest read;
    try {
      read = RequestReader.read(request, new byte[0]);
    } catch (IllegalArgumentException malformed) {
      write(response, callback, HttpAnswer.message(400, "Bad Request"));
      return;
    }
    SocketEvents events = new SocketEvents(read, api.stage(), newId());
    HttpAnswer answer = asked(events);
    if (answer.status() < 300) {
      upgrade(events, request, response, callback);
    } else {
      write(response, callback, answer);
    }
  }

  private HttpAnswer asked(SocketEvents events) {
    Optional<LocalFunction> function = function(SocketEvents.CONNECT);
    if (function.isEmpty()) {
      return HttpAnswer.message(200, "nobody is asked");
    }
    if (function.get().invoke(events.connect()) instanceof Outcome.Answered answered) {
      try {
        return HttpAnswer.read(answered.payload());
      } catch (IOException notAnAnswer) {
        return HttpAnswer.message(502, "Internal server error");
      }
    }
    return HttpAnswer.message(502, "Internal server error");
  }

  private void upgrade(SocketEvents events, Request request, Response response, Callback callback) {
    Socket socket =
        new Socket(
            events,
            this::opened,
            event -> function(SocketEvents.DEFAULT).ifPresent(f -> f.invoke(event)),
            this::closed);
    if (!container.upgrade((_, _, _) -> socket, request, response, callback)) {
      write(response, callback, HttpAnswer.message(400, "Bad Request"));
      closed(socket, events.disconnect(StatusCode.NO_CLOSE, ""));
    }
  }

  private void opened(Socket socket) {
    String id = socket.events().connectionId();
    sockets.put(id, socket);
    CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> find(id).ifPresent(s -> s.close(StatusCode.SHUTDOWN, "Going away")));
  }

  /** The function may take its time; a server that stops does not wait for it. */
  private void closed(Socket socket, byte[] event) {
    sockets.remove(socket.events().connectionId());
    function(SocketEvents.DISCONNECT)
        .ifPresent(f -> Thread.ofVirtual().name("disconnect").start(() -> f.invoke(event)));
  }

  /** The connection, while it is open. */
  Optional<Socket> find(String connectionId) {
    return Optional.ofNullable(sockets.get(connectionId));
  }

  private Optional<LocalFunction> function(String route) {
    return Optional.ofNullable(api.functions().get(route)).map(functions::get);
  }

  private String newId() {
    byte[] id = new byte[12];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static void write(Response response, Callback callback, HttpAnswer answer) {
    response.setStatus(answer.status());
    answer.headers().forEach(h -> response.getHeaders().add(h.getKey(), h.getValue()));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
