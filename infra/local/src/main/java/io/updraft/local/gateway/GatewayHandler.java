package io.updraft.local.gateway;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests from the server and writes the answers. A body is read without holding a thread,
 * so that slow clients don't keep others waiting.
 */
final class GatewayHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayHandler.class);
  private static final int BODY_LIMIT = 10 * 1024 * 1024;

  /** As much of a refused body is read, so that its sender sees why. */
  private static final long MOST_READ_AWAY = 8L * BODY_LIMIT;

  private static final HttpAnswer TOO_LARGE = HttpAnswer.message(413, "Request Entity Too Large");

  private final HttpApiGateway gateway;
  private final BodyMemory memory;

  GatewayHandler(HttpApiGateway gateway, BodyMemory memory) {
    this.gateway = gateway;
    this.memory = memory;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    long length = lengthOf(request);
    if (length == 0) {
      handle(request, response, callback, new byte[0]);
    } else if (length > MOST_READ_AWAY) {
      refuse(response, callback, TOO_LARGE);
    } else if (length > BODY_LIMIT) {
      readAway(request, () -> write(response, callback, TOO_LARGE));
    } else {
      readBody(request, response, callback, length < 0 ? BODY_LIMIT : (int) length);
    }
    return true;
  }

  /** A client that is still sending when the connection closes may never see the answer. */
  private static void readAway(Request request, Runnable answer) {
    Content.Source.consumeAll(request, Callback.from(answer, _ -> answer.run()));
  }

  /** Negative where the body comes in chunks: without that and without a length there is none. */
  private static long lengthOf(Request request) {
    return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        ? request.getLength()
        : Math.max(0, request.getLength());
  }

  private void readBody(Request request, Response response, Callback callback, int most) {
    if (!memory.take(most)) {
      refuse(response, callback, HttpAnswer.message(503, "Service Unavailable"));
      return;
    }
    Callback releasing = Callback.from(callback, () -> memory.giveBack(most));
    Content.Source.asByteArrayAsync(
        request,
        BODY_LIMIT,
        Promise.Invocable.from(
            InvocationType.BLOCKING,
            body -> handle(request, response, releasing, body),
            failure -> refuse(response, releasing, failure)));
  }

  private static void refuse(Response response, Callback callback, Throwable failure) {
    if (failure instanceof IllegalStateException) { // longer than the limit
      refuse(response, callback, TOO_LARGE);
    } else {
      callback.failed(failure);
    }
  }

  /** Answers without having read the body, so the connection can't be used again. */
  private static void refuse(Response response, Callback callback, HttpAnswer answer) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    write(response, callback, answer);
  }

  private void handle(Request request, Response response, Callback callback, byte[] body) {
    HttpRequest read;
    try {
      read = RequestReader.read(request, body);
    } catch (IllegalArgumentException malformed) {
      write(response, callback, HttpAnswer.message(400, "Bad Request"));
      return;
    }
    Consumer<HttpAnswer> answer =
        result -> {
          response.getHeaders().put("apigw-requestid", read.id());
          write(response, callback, result);
        };
    try {
      gateway.handle(read, answer);
    } catch (RuntimeException defect) {
      LOG.error("request {} failed in the gateway", read.id(), defect);
      callback.failed(defect);
    }
  }

  private static void write(Response response, Callback callback, HttpAnswer answer) {
    response.setStatus(answer.status());
    answer
        .headers()
        .forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
