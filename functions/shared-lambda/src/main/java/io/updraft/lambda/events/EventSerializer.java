package io.updraft.lambda.events;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the batches of streams and queues and writes what handlers answer, by the Jackson that
 * functions have anyway. Lambda's own serializer brings a second Jackson and Joda along, a fifth of
 * a function's start (ADR 23). The runtime interface client finds this class by {@code
 * META-INF/services}, and asks it for all handlers that take objects.
 *
 * <p>Throws {@link UncheckedIOException} for what is no JSON, or no such event.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Lambda's interface has it
public final class EventSerializer implements CustomPojoSerializer {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Override
  public <T> T fromJson(InputStream input, Type type) {
    try {
      return (T) read(MAPPER.readTree(input), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T> T fromJson(String input, Type type) {
    return fromJson(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), type);
  }

  private static Object read(JsonNode json, Type type) throws IOException {
    if (type == DynamodbEvent.class) {
      return StreamEvents.read(json);
    }
    if (type == SQSEvent.class) {
      return QueueEvents.read(json);
    }
    throw new IllegalArgumentException(
        type.getTypeName() + " is not read here; make the handler a RequestStreamHandler");
  }

  @Override
  public <T> void toJson(@Nullable T value, OutputStream output, Type type) {
    try {
      output.write(MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
