package io.updraft.telemetry;

import static io.updraft.telemetry.MetricApi.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.ApiAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link MetricDefinitionsFunction} takes for a definition, and what it refuses. */
class MetricInputTest {
  private final MetricApi api = new MetricApi();

  @Test
  void fillsInWhatIsLeftOut() {
    assertThat(api.define(MetricApi.STATE).json().toString())
        .isEqualTo(
            """
            {"metric_id":"met_1","name":"state","description":null,"data_type":"string",\
            "metric_type":"gauge","unit":null,"min_value":null,"max_value":null,\
            "retention_days":90,"aggregation_interval":60,"reject_out_of_range":false,\
            "created_by":"operator","created_at":"2026-01-31T08:15:00.123Z",\
            "updated_at":"2026-01-31T08:15:00.123Z"}""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wärme_1.ä-b", "温度", "x", "١٢", "e\u0301"})
  void takesNamesOfAnyScript(String name) {
    assertThat(api.define(MetricApi.STATE.replace("state", name)).text("name")).isEqualTo(name);
    assertThat(MetricApi.one("GET", name).by(VIEWER).on(api.function).text("name")).isEqualTo(name);
  }

  @Test
  void listsEveryWrongFieldAtOnce() {
    String wrong =
        """
        {"name": "a/b", "data_type": "text", "metric_type": "level", "description": "%s",
         "unit": "\\n", "min_value": "1", "max_value": true, "retention_days": 0,
         "aggregation_interval": 86401, "reject_out_of_range": "yes"}"""
            .formatted("x".repeat(501));

    ApiAnswer answer = api.define(wrong);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("VALIDATION");
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "name",
            "data_type",
            "metric_type",
            "description",
            "unit",
            "min_value",
            "max_value",
            "retention_days",
            "aggregation_interval",
            "reject_out_of_range");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name data_type",
        "{'name': ' ', 'data_type': 'json'} | name",
        "{'name': 7, 'data_type': 'json'} | name",
        "{'name': 'a#b', 'data_type': 'json'} | name",
        "{'name': 'a', 'data_type': 'numeric', 'min_value': 1, 'max_value': 1} | max_value",
        "{'name': 'a', 'data_type': 'numeric', 'min_value': 2, 'max_value': -1} | max_value",
        "{'name': 'a', 'data_type': 'numeric', 'max_value': 1e400} | max_value",
        "{'name': 'a', 'data_type': 'string', 'min_value': 2, 'max_value': 1} | min_value max_value",
        "{'name': 'a', 'data_type': 'boolean', 'unit': 'a\\tb'} | unit",
        "{'name': 'a', 'data_type': 'boolean', 'retention_days': 3651} | retention_days",
        "{'name': 'a', 'data_type': 'boolean', 'retention_days': 1.5} | retention_days",
        "{'name': 'a', 'data_type': 'boolean', 'aggregation_interval': 0} | aggregation_interval"
      })
  void keepsToTheLimits(String body, String fields) {
    ApiAnswer answer = api.define(body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields()).containsExactlyInAnyOrder(fields.split(" "));
    assertThat(api.definitions.browse("org", null, 1)).isEmpty();
  }

  @Test
  void takesWhatIsJustWithinTheLimits() {
    String body =
        """
        {"name": " %s ", "data_type": "numeric", "metric_type": "summary", "description": "%s",
         "unit": "%s", "min_value": -1.7976931348623157e308, "max_value": 1e-320,
         "retention_days": 3650, "aggregation_interval": 86400}"""
            .formatted("𝒳".repeat(100), "𝒳".repeat(500), "𝒳".repeat(20));

    assertThat(api.define(body).status()).isEqualTo(201);
    assertThat(api.define(body.replace("3650", "1").replace("86400", "1")).status()).isEqualTo(409);
  }

  @Test
  void refusesWhatItCantParse() {
    assertThat(api.define("{").status()).isEqualTo(400);
    assertThat(api.define("[]").text("code")).isEqualTo("MALFORMED");
    api.define(MetricApi.TEMPERATURE);
    assertThat(api.replace("temperature", "{").status()).isEqualTo(400);
  }

  @Test
  void keepsNameAndTypeForGood() {
    api.define(MetricApi.TEMPERATURE);
    String other =
        """
        {"name": "heat", "data_type": "string", "retention_days": 0}""";

    ApiAnswer answer = api.replace("temperature", other);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder("name", "data_type", "retention_days");
    assertThat(answer.body()).contains("can't change; it is numeric");
  }

  @Test
  void tellsOfAWrongNameOrTypeOnce() {
    api.define(MetricApi.TEMPERATURE);
    String wrong = "{\"name\": 7, \"data_type\": \"x\"}";

    assertThat(api.replace("temperature", wrong).wrongFields())
        .containsExactlyInAnyOrder("name", "data_type");
  }

  @Test
  void hasNoBoundsForTexts() {
    api.define(MetricApi.STATE);

    assertThat(api.replace("state", "{\"min_value\": 0}").wrongFields())
        .containsExactly("min_value");
  }
}
