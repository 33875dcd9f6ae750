package io.updraft.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * The connections of a WebSocket API for its functions, {@code /@connections/{id}}: POST sends a
 * message, GET tells of it, DELETE closes it. It has no authentication, so it must listen on the
 * loopback device only.
 */
final class ConnectionsApi extends Handler.Abstract {
  private static final String PATH = "/@connections/";

  private final SocketGateway gateway;

  ConnectionsApi(SocketGateway gateway) {
    this.gateway = gateway;
  }

  /** Leaves other paths to others. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (!path.startsWith(PATH)) {
      return false;
    }
    Optional<Socket> socket = gateway.find(path.substring(PATH.length()));
    if (socket.isEmpty()) {
      gone(response, callback);
    } else {
      handle(socket.get(), request, response, callback);
    }
    return true;
  }

  private static void handle(Socket socket, Request request, Response response, Callback callback)
      throws Exception {
    switch (request.getMethod()) {
      case "POST" -> send(socket, request, response, callback);
      case "GET" -> write(response, callback, 200, about(socket));
      case "DELETE" -> {
        socket.close(StatusCode.NORMAL, "");
        write(response, callback, 204, new byte[0]);
      }
      default -> error(response, callback, 403, "ForbiddenException");
    }
  }

  private static void send(Socket socket, Request request, Response response, Callback callback)
      throws Exception {
    byte[] message =
        Content.Source.asInputStream(request).readNBytes(SocketGateway.MOST_MESSAGE_BYTES + 1);
    if (message.length > SocketGateway.MOST_MESSAGE_BYTES) {
      error(response, callback, 413, "PayloadTooLargeException");
    } else if (socket.send(new String(message, StandardCharsets.UTF_8))) {
      write(response, callback, 200, new byte[0]);
    } else {
      gone(response, callback);
    }
  }

  private static byte[] about(Socket socket) {
    HttpRequest request = socket.events().request();
    ObjectNode about = Json.MAPPER.createObjectNode();
    about
        .put("connectedAt", request.time().toString())
        .put("lastActiveAt", socket.lastActive().toString())
        .putObject("identity")
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent"));
    return Json.bytes(about);
  }

  private static void gone(Response response, Callback callback) {
    error(response, callback, 410, "GoneException");
  }

  private static void error(Response response, Callback callback, int status, String type) {
    response.getHeaders().put("x-amzn-errortype", type);
    write(response, callback, status, "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Response response, Callback callback, int status, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put("content-type", "application/json");
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
