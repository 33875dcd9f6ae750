package io.updraft.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Reads and writes the types of a {@link RequestHandler} as Lambda's own runtime does. */
final class ObjectHandler {
  private ObjectHandler() {}

  @SuppressWarnings("unchecked") // the serializers are made for exactly the handler's types
  static Invocable of(RequestHandler<?, ?> handler) {
    Method method = handleRequest(handler.getClass());
    PojoSerializer<Object> input = serializer(method.getGenericParameterTypes()[0]);
    PojoSerializer<Object> output = serializer(method.getGenericReturnType());
    RequestHandler<Object, Object> objects = (RequestHandler<Object, Object>) handler;
    return (event, context) -> {
      Object answer =
          objects.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      output.toJson(answer, json);
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

  @SuppressWarnings("unchecked") // the factory can't know more than Object
  private static PojoSerializer<Object> serializer(Type type) {
    return type instanceof Class<?> known
            && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())
        ? (PojoSerializer<Object>)
            LambdaEventSerializers.serializerFor(known, known.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
