package io.updraft.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.updraft.lambda.events.EventSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Reads and writes the types of a {@link RequestHandler} by the serializer of all packages. */
final class ObjectHandler {
  private ObjectHandler() {}

  @SuppressWarnings("unchecked") // the serializer is asked for exactly the handler's types
  static Invocable of(RequestHandler<?, ?> handler) {
    Method method = handleRequest(handler.getClass());
    EventSerializer serializer = new EventSerializer();
    RequestHandler<Object, Object> objects = (RequestHandler<Object, Object>) handler;
    return (event, context) -> {
      Object input =
          serializer.fromJson(new ByteArrayInputStream(event), method.getParameterTypes()[0]);
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      serializer.toJson(objects.handleRequest(input, context), json, method.getGenericReturnType());
      return json.toByteArray();
    };
  }

  /** The method with the handler's own types, not the bridge that the compiler adds for it. */
  private static Method handleRequest(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("handleRequest"))
        .filter(method -> method.getParameterCount() == 2 && !method.isBridge())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("has no handleRequest"));
  }
}
