package io.updraft.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.alert.rule.Samples;
import io.updraft.testing.ApiAnswer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link AlertRulesFunction} takes for a rule beside its condition, and what it refuses. */
class RuleInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RuleApi api = new RuleApi();

  private static ObjectNode rule() throws Exception {
    return (ObjectNode) JSON.readTree(RuleApi.HOT);
  }

  /** A rule with this field besides, in JSON with single quotes; or without it where empty. */
  private static String with(String field, String value) throws Exception {
    ObjectNode rule = rule();
    rule.remove(field);
    if (!value.isEmpty()) {
      rule.set(field, JSON.readTree(value.replace('\'', '"')));
    }
    return rule.toString();
  }

  private static ArrayNode texts(int count, String format) {
    ArrayNode list = JSON.createArrayNode();
    IntStream.range(0, count).forEach(i -> list.add(format.formatted(i)));
    return list;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name | `` | name | is required",
        "name | ' ' | name | must not be blank",
        "name | 7 | name | must be a text",
        "metric_name | `` | metric_name | is required",
        "metric_name | 'a/b' | metric_name | must have 1 to 100 letters, digits, '_', '.' or '-'",
        "metric_name | 7 | metric_name | must have 1 to 100 letters, digits, '_', '.' or '-'",
        "condition | `` | condition | is required",
        "condition | ' ' | condition | must not be blank",
        "condition | 80 | condition | must be a text",
        "threshold_value | [] | threshold_value | must be a number within the range of a double",
        "threshold_value | {} | threshold_value | must be a number within the range of a double",
        "threshold_value | ' ' | threshold_value | must be a number within the range of a double",
        "threshold_value | 81 | threshold_value | contradicts condition, which says 80",
        "evaluation_window | 59 | evaluation_window | must be a whole number from 60 to 3600",
        "evaluation_window | 3601 | evaluation_window | must be a whole number from 60 to 3600",
        "evaluation_window | 60.5 | evaluation_window | must be a whole number from 60 to 3600",
        "trigger_count | 0 | trigger_count | must be a whole number from 1 to 100",
        "trigger_count | 101 | trigger_count | must be a whole number from 1 to 100",
        "level | 'high' | level | must be one of info, warning, error, critical, emergency",
        "enabled | 'yes' | enabled | must be true or false",
        "cooldown_minutes | 0 | cooldown_minutes | must be a whole number from 1 to 1440",
        "cooldown_minutes | 1441 | cooldown_minutes | must be a whole number from 1 to 1440",
        "auto_resolve | 1 | auto_resolve | must be true or false",
        "auto_resolve_timeout | 299 | auto_resolve_timeout | must be a whole number from 300 to 86400",
        "auto_resolve_timeout | 86401 | auto_resolve_timeout | must be a whole number from 300 to 86400",
        "device_ids | 'dev-1' | device_ids | must be a list",
        "device_ids | ['a', 'b/c'] | device_ids[1] | must be a device id",
        "device_ids | ['bulk'] | device_ids[0] | must be a device id",
        "device_groups | ['a#b'] | device_groups[0] | must be a group",
        "device_groups | [' '] | device_groups[0] | must be a group",
        "device_filters | {} | device_filters.model | is required where no other filter is given",
        "device_filters | 'x' | device_filters | must be an object",
        "device_filters | {'modell': 'x'} | device_filters.modell | is no filter",
        "device_filters | {'query': 'a==b', 'model': 'x'} | device_filters.query | is no filter",
        "device_filters | {'model': ''} | device_filters.model | must not be blank",
        "device_filters | {'firmware_version': '1.0'} | device_filters.firmware_version | must be a version",
        "device_filters | {'hardware_version_min': '2.0.0', 'hardware_version_max': '1.0.0'} | device_filters.hardware_version_min | must not be greater than hardware_version_max",
        "device_filters | {'attributes': {'a': 7}} | device_filters.attributes.a | must be a text",
        "notification_channels | [''] | notification_channels[0] | must not be blank",
        "notification_channels | [7] | notification_channels[0] | must be a text"
      })
  void tellsWhatIsWrong(String field, String value, String wrong, String message) throws Exception {
    ApiAnswer answer = api.create(with(field, value));

    assertThat(answer.status()).isEqualTo(422);
    JsonNode errors = answer.json().path("errors");
    assertThat(errors.findValuesAsText("field")).contains(wrong);
    int place = errors.findValuesAsText("field").indexOf(wrong);
    assertThat(errors.path(place).path("message").asText()).startsWith(message);
    assertThat(api.rules.browse("org", null, 1)).isEmpty();
  }

  @Test
  void keepsToTheLimitsOfLists() throws Exception {
    ObjectNode rule = rule();
    rule.set("device_ids", texts(1_001, "dev-%d"));
    rule.set("device_groups", texts(51, "group %d"));
    rule.set("notification_channels", texts(11, "channel %d"));
    rule.put("name", "x".repeat(101));
    rule.put("description", "x".repeat(1_001));

    assertThat(api.create(rule.toString()).wrongFields())
        .containsExactlyInAnyOrder(
            "name", "description", "device_ids", "device_groups", "notification_channels");
  }

  @Test
  void takesWhatIsJustWithinTheLimits() throws Exception {
    ObjectNode rule = rule();
    rule.set("device_ids", texts(1_000, "%0128d"));
    rule.set("device_groups", texts(50, "𝒳%099d"));
    rule.set("notification_channels", texts(10, "𝒳%099d"));
    rule.put("name", "𝒳".repeat(100)).put("description", "𝒳".repeat(1_000));
    rule.put("metric_name", " %s ".formatted("𝒳".repeat(100)));
    for (String bounds : List.of("60 1 1 300", "3600 100 1440 86400")) {
      String[] bound = bounds.split(" ", -1);
      rule.put("evaluation_window", Integer.parseInt(bound[0]));
      rule.put("trigger_count", Integer.parseInt(bound[1]));
      rule.put("cooldown_minutes", Integer.parseInt(bound[2]));
      rule.put("auto_resolve_timeout", Integer.parseInt(bound[3]));
      assertThat(api.create(rule.toString()).status()).isEqualTo(201);
    }
  }

  @Test
  void listsEveryWrongFieldAtOnce() {
    ApiAnswer answer =
        api.create("{\"condition\": \"over 80\", \"trigger_count\": 0, \"device_ids\": [7]}");

    assertThat(answer.text("code")).isEqualTo("VALIDATION");
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "name", "metric_name", "condition", "trigger_count", "device_ids[0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "", "{\"name\": \"a\", \"name\": \"b\"}"})
  void refusesWhatItCantParse(String body) {
    assertThat(api.create(body).text("code")).isEqualTo("MALFORMED");
    assertThat(api.enable(Samples.id(1).text(), body).text("code")).isEqualTo("MALFORMED");
  }

  @Test
  void replacesUnderTheSameLimits() throws Exception {
    api.create(RuleApi.HOT);

    assertThat(api.replace(Samples.id(1).text(), with("trigger_count", "0")).wrongFields())
        .containsExactly("trigger_count");
  }
}
