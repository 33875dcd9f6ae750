package io.updraft.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.local.lambda.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
  private static final String EVENT =
      """
      {"eventName": "INSERT", "dynamodb": {"NewImage": {"pk": {"S": "org#1"}, "n": {"N": "5"},
       "done": {"BOOL": true}}}, "count": 1.0}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'eventName': ['INSERT', 'MODIFY']}                               | true
          {'eventName': ['REMOVE']}                                         | false
          {'eventName': ['INSERT'], 'dynamodb': {'NewImage': {'n': {'N': ['6']}}}} | false
          {'dynamodb': {'NewImage': {'pk': {'S': [{'prefix': 'org#'}]}}}}   | true
          {'dynamodb': {'NewImage': {'pk': {'S': [{'prefix': 'dev#'}]}}}}   | false
          {'dynamodb': {'NewImage': {'pk': {'S': [{'suffix': '#1'}]}}}}     | true
          {'dynamodb': {'NewImage': {'done': {'BOOL': [true]}}}}            | true
          {'dynamodb': {'OldImage': {'pk': {'S': [{'exists': false}]}}}}    | true
          {'dynamodb': {'NewImage': {'pk': {'S': [{'exists': false}]}}}}    | false
          {'eventName': [{'anything-but': ['REMOVE', 'MODIFY']}]}           | true
          {'eventName': [{'anything-but': 'INSERT'}]}                       | false
          {'missing': [{'anything-but': 'INSERT'}]}                         | false
          {'count': [1]}                                                    | true
          {'dynamodb': {'NewImage': {'pk': {'S': ['org#1', 'org#2']}}}}     | true""",
      quoteCharacter = '`')
  void matchesAsLambdaDoes(String pattern, boolean matches) throws IOException {
    assertThat(
            EventPattern.parse(pattern.replace('\'', '"'))
                .matches(Json.read(EVENT.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [{\"numeric\": [\">\", 1]}]}",
        "{\"$or\": [{\"a\": [1]}]}",
        "{\"a\": {\"b\": 1}}",
        "no json"
      })
  void refusesWhatItDoesNotKnow(String pattern) {
    assertThatThrownBy(() -> EventPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void matchesEverythingWhenEmpty() throws IOException {
    assertThat(EventPattern.parse("{}").matches(Json.read(EVENT.getBytes(StandardCharsets.UTF_8))))
        .isTrue();
  }
}
