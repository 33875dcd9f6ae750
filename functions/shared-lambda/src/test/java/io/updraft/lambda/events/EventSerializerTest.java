package io.updraft.lambda.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lambda's own serializer says what is right. */
class EventSerializerTest {
  private final EventSerializer serializer = new EventSerializer();

  static Stream<Arguments> events() throws IOException {
    return Stream.of(
        Arguments.of(DynamodbEvent.class, resource("stream.json")),
        Arguments.of(DynamodbEvent.class, "{\"Records\":[]}"),
        Arguments.of(DynamodbEvent.class, "{}"),
        Arguments.of(DynamodbEvent.class, "{\"Records\":[{\"dynamodb\":{}}]}"),
        Arguments.of(DynamodbEvent.class, "{\"Records\":[{\"dynamodb\":{\"Keys\":null}}]}"),
        Arguments.of(SQSEvent.class, resource("queue.json")),
        Arguments.of(SQSEvent.class, "{\"Records\":[{\"messageId\":null}]}"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsWhatLambdaReads(Class<?> type, String json) {
    Object ours = serializer.fromJson(json, type);

    assertThat(ours).usingRecursiveComparison().isEqualTo(lambdas(type, json));
    Object streamed = serializer.fromJson(new ByteArrayInputStream(json.getBytes(UTF_8)), type);
    assertThat(streamed).usingRecursiveComparison().isEqualTo(ours);
  }

  private static Object lambdas(Class<?> type, String json) {
    return LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(json);
  }

  static Stream<Object> answers() {
    return Stream.of(
        new StreamsEventResponse(List.of()),
        new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure("101"))),
        new SQSBatchResponse(List.of(new SQSBatchResponse.BatchItemFailure("059f-ü"))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void writesWhatLambdaWrites(Object answer) {
    ByteArrayOutputStream lambdas = new ByteArrayOutputStream();
    Type type = answer.getClass();
    PojoSerializer<Object> own = JacksonFactory.getInstance().getSerializer(type);
    own.toJson(answer, lambdas);

    assertThat(written(answer)).isEqualTo(lambdas.toString(UTF_8));
  }

  @Test
  void aHandlerThatAnswersNothingAnswersNull() {
    assertThat(written(null)).isEqualTo("null");
  }

  private String written(@Nullable Object answer) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    serializer.toJson(answer, output, Object.class);
    return output.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Records\":[",
        "{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"X\":\"?\"}}}}]}",
        "{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"B\":\"no base64\"}}}}]}"
      })
  void whatIsNoEventFails(String json) {
    assertThatThrownBy(() -> serializer.fromJson(json, DynamodbEvent.class))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anotherTypeIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> serializer.fromJson("{}", S3Event.class))
        .hasMessageContaining("S3Event")
        .hasMessageContaining("RequestStreamHandler");
  }

  @Test
  void isFoundByTheRuntime() {
    assertThat(ServiceLoader.load(CustomPojoSerializer.class))
        .singleElement()
        .isInstanceOf(EventSerializer.class);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(EventSerializerTest.class.getResourceAsStream("/events/" + name))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
