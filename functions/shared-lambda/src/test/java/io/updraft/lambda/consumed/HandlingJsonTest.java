package io.updraft.lambda.consumed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlingJsonTest {
  private final HandlingJson json = new HandlingJson();

  static Stream<Handling> handlings() {
    return Stream.of(
        new Handling.Done(), new Handling.Again("a \"part\""), new Handling.Refused("for good"));
  }

  @ParameterizedTest
  @MethodSource("handlings")
  void readsWhatItWrites(Handling handling) {
    assertThat(json.read(json.write(handling))).contains(handling);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"outcome\":\"maybe\"}", "{\"outcome\""})
  void anotherAnswerIsNone(String answer) {
    assertThat(json.read(answer.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void reasonMayBeMissing() {
    assertThat(json.read("{\"outcome\":\"again\"}".getBytes(UTF_8)))
        .contains(new Handling.Again("no reason given"));
  }
}
