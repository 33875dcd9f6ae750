package io.updraft.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.AsyncInvoker;
import io.updraft.local.lambda.Functions;
import io.updraft.local.lambda.Json;
import io.updraft.local.lambda.LocalFunction;
import io.updraft.local.lambda.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The Invoke API of Lambda, {@code POST /2015-03-31/functions/{name}/invocations}, for scripts and
 * the AWS CLI. It has no authentication, so it must listen on the loopback device only.
 */
final class InvokeApi extends Handler.Abstract {
  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions/([A-Za-z0-9_-]{1,140})/invocations");
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final Functions functions;
  private final AsyncInvoker async;

  InvokeApi(Functions functions, AsyncInvoker async) {
    this.functions = functions;
    this.async = async;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<LocalFunction> function = function(request);
    if (function.isEmpty()) {
      error(response, callback, 404, "ResourceNotFoundException", "Function not found");
      return true;
    }
    byte[] payload =
        Content.Source.asInputStream(request).readNBytes(LocalFunction.PAYLOAD_LIMIT + 1);
    if (payload.length > LocalFunction.PAYLOAD_LIMIT) {
      error(response, callback, 413, "RequestTooLargeException", "The payload is too large");
      return true;
    }
    invoke(request, response, callback, function.get(), payload.length == 0 ? NOTHING : payload);
    return true;
  }

  private Optional<LocalFunction> function(Request request) {
    Matcher path = PATH.matcher(Request.getPathInContext(request));
    return request.getMethod().equals("POST") && path.matches()
        ? functions.find(path.group(1))
        : Optional.empty();
  }

  private void invoke(
      Request request, Response response, Callback callback, LocalFunction function, byte[] event) {
    String type = request.getHeaders().get("x-amz-invocation-type");
    if ("Event".equals(type)) {
      async.invoke(function, event);
      write(response, callback, 202, new byte[0]);
    } else if ("DryRun".equals(type)) {
      write(response, callback, 204, new byte[0]);
    } else {
      answer(response, callback, function.invoke(event));
    }
  }

  private static void answer(Response response, Callback callback, Outcome outcome) {
    response.getHeaders().put("x-amz-executed-version", "$LATEST");
    switch (outcome) {
      case Outcome.Answered answered -> write(response, callback, 200, answered.payload());
      case Outcome.Failed failed ->
          functionError(response, callback, failed.errorType(), failed.errorMessage());
      case Outcome.TimedOut timedOut ->
          functionError(response, callback, "Sandbox.Timedout", timedOut.errorMessage());
    }
  }

  private static void functionError(
      Response response, Callback callback, String type, String message) {
    response.getHeaders().put("x-amz-function-error", "Unhandled");
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("errorMessage", message).put("errorType", type);
    write(response, callback, 200, Json.bytes(error));
  }

  private static void error(
      Response response, Callback callback, int status, String type, String message) {
    response.getHeaders().put("x-amzn-errortype", type);
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("Type", "User").put("Message", message);
    write(response, callback, status, Json.bytes(error));
  }

  private static void write(Response response, Callback callback, int status, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put("content-type", "application/json");
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
