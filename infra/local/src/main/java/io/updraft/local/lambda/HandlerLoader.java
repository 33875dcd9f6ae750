package io.updraft.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.lambda.Environment;
import io.updraft.template.Function;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Creates the handler of a function, in the function's own environment. */
final class HandlerLoader {
  private static final int ANSWER_BYTES = 2_048;

  private HandlerLoader() {}

  /**
   * Creates the handler with its public no-argument constructor.
   *
   * @throws IllegalStateException naming the function that can't be created
   */
  static Invocable load(Function function, Map<String, String> environment) {
    try {
      Class<?> type = Class.forName(function.handler());
      Object handler = Environment.supply(environment, () -> type.getConstructor().newInstance());
      return toInvocable(handler);
    } catch (InvocationTargetException e) {
      throw failure(function, e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
      throw failure(function, e);
    }
  }

  private static IllegalStateException failure(Function function, Throwable cause) {
    return new IllegalStateException(
        "function %s (%s) can't be created: %s".formatted(function.id(), function.handler(), cause),
        cause);
  }

  private static Invocable toInvocable(Object handler) {
    return switch (handler) {
      case RequestStreamHandler streams -> toInvocable(streams);
      case RequestHandler<?, ?> objects -> ObjectHandler.of(objects);
      default ->
          throw new IllegalArgumentException(
              "is neither a RequestHandler nor a RequestStreamHandler");
    };
  }

  private static Invocable toInvocable(RequestStreamHandler handler) {
    return (event, context) -> {
      ByteArrayOutputStream answer = new ByteArrayOutputStream(ANSWER_BYTES);
      handler.handleRequest(new ByteArrayInputStream(event), answer, context);
      return answer.toByteArray();
    };
  }
}
