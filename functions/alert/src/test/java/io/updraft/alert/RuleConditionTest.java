package io.updraft.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.published.MetricTypes;
import io.updraft.telemetry.published.MetricTypes.Values;
import io.updraft.testing.ApiAnswer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as {@link AlertRulesFunction} takes, shows and refuses them. */
class RuleConditionTest {
  private final RuleApi api = new RuleApi();

  @BeforeEach
  void define() {
    api.types.put("count", new MetricTypes.Type("numeric", Values.NUMBERS));
    api.types.put("state", new MetricTypes.Type("string", Values.TEXTS));
    api.types.put("seen", new MetricTypes.Type("timestamp", Values.TEXTS));
    api.types.put("open", new MetricTypes.Type("boolean", Values.FLAGS));
    api.types.put("position", new MetricTypes.Type("geolocation", Values.OBJECTS));
  }

  /** Members as in JSON with single quotes. */
  private ApiAnswer create(String metric, String condition) {
    return api.create(
        "{\"name\": \"a\", \"metric_name\": \"%s\", %s}"
            .formatted(metric, condition.replace('\'', '"')));
  }

  private static String message(ApiAnswer answer) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields()).hasSize(1);
    return answer.json().at("/errors/0/message").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'condition': '> 80' | > | 80",
        "'condition': '>', 'threshold_value': 80.0 | > | 80",
        "'condition': '>= 80', 'threshold_value': 8e1 | >= | 80",
        "'condition': '<', 'threshold_value': 0.1234567890123456789 | < | 0.1234567890123456789",
        "'condition': '<', 'threshold_value': 9007199254740993 | < | 9007199254740993",
        "'condition': '< -1e-7', 'threshold_value': null | < | -1E-7",
        "'condition': '==', 'threshold_value': '80' | == | `\"80\"`",
        "'condition': '== on' | == | `\"on\"`",
        "'condition': '!= true' | != | true",
        "'condition': '!=', 'threshold_value': false | != | false",
        "'condition': 'absent 300' | absent | 300",
        "'tags': {'threshold_value': 1}, 'condition': 'absent', 'threshold_value': 60 | absent | 60",
        "'condition': 'rate > 0.5' | rate > | 0.5",
        "'condition': 'rate<', 'threshold_value': -2 | rate < | -2"
      })
  void takesBothWritings(String given, String condition, String threshold) {
    ApiAnswer answer = create("anything", given);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("condition")).isEqualTo(condition);
    assertThat(answer.body()).contains("\"threshold_value\":%s,".formatted(threshold));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "count | 'condition': '> 80'",
        "count | 'condition': 'rate > 80'",
        "count | 'condition': 'absent 60'",
        "state | 'condition': '== on'",
        "seen | 'condition': '== \\\"2026-01-31T08:00:00Z\\\"'",
        "state | 'condition': '!=', 'threshold_value': '80'",
        "open | 'condition': '== true'",
        "position | 'condition': 'absent 60'",
        "unknown | 'condition': '== 7'"
      })
  void takesThresholdsOfTheTypeOfTheMetric(String metric, String condition) {
    assertThat(create(metric, condition).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "count | == on | is a text, but the metric count is numeric",
        "count | == true | is true or false, but the metric count is numeric",
        "state | > 80 | is a number, but the metric state is string",
        "state | == 80 | is a number, but the metric state is string",
        "state | rate > 1 | is a number, but the metric state is string",
        "seen | > 80 | is a number, but the metric seen is timestamp",
        "open | == on | is a text, but the metric open is boolean",
        "open | != 1 | is a number, but the metric open is boolean",
        "position | == 1 | is a number, but the metric position is geolocation, for which absent is the only condition",
      })
  void refusesThresholdsOfAnotherTypeThanTheMetric(
      String metric, String condition, String message) {
    ApiAnswer answer = create(metric, "'condition': '%s'".formatted(condition));

    assertThat(message(answer)).isEqualTo(message);
    assertThat(answer.wrongFields()).containsExactly("condition");
  }

  @Test
  void namesTheFieldThatHasTheThreshold() {
    ApiAnswer answer = create("count", "'condition': '==', 'threshold_value': '80'");

    assertThat(answer.wrongFields()).containsExactly("threshold_value");
    assertThat(message(answer)).isEqualTo("is a text, but the metric count is numeric");
  }

  @Test
  void tellsWhereAConditionCantBeRead() {
    assertThat(message(create("count", "'condition': '> 80 %'")))
        .startsWith("can't be read at character 6: expected the end");
    assertThat(message(create("count", "'condition': 'over 80'")))
        .isEqualTo("can't be read at character 1: expected one of > < >= <= == != absent rate");
  }

  @Test
  void ordersNumbersOnly() {
    for (String condition :
        List.of("'condition': '> on'", "'condition': '<=', 'threshold_value': '80'")) {
      assertThat(message(create("anything", condition)))
          .contains("texts, true and false go with == and != only");
    }
  }

  @Test
  void takesOneWrongThingForOne() {
    assertThat(create("a/b", "'condition': '> 80'").wrongFields()).containsExactly("metric_name");
    assertThat(create("count", "'condition': '>', 'threshold_value': 1e400").wrongFields())
        .containsExactly("threshold_value");
    assertThat(create("count", "'condition': '>'").wrongFields())
        .containsExactly("threshold_value");
  }
}
