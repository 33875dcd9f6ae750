package io.updraft.telemetry;

import static io.updraft.telemetry.MetricApi.OPERATOR;
import static io.updraft.telemetry.MetricApi.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.http.Role;
import io.updraft.lambda.Environment;
import io.updraft.testing.ApiAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricDefinitionsFunctionTest {
  private final MetricApi api = new MetricApi();

  @Test
  void isWiredFromTheEnvironmentOfTheTemplate() {
    Map<String, String> environment =
        Map.of("AWS_REGION", "eu-central-1", "METRICS_TABLE", "metrics", "OUTBOX_TABLE", "outbox");

    ApiAnswer answer =
        Environment.supply(
            environment,
            () -> MetricApi.one("GET", "a b").by(VIEWER).on(new MetricDefinitionsFunction()));

    assertThat(answer.text("code")).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void definesAndShowsAMetric() {
    ApiAnswer answer = api.define(MetricApi.TEMPERATURE);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().toString())
        .isEqualTo(
            """
            {"metric_id":"met_1","name":"temperature","description":"In the hall",\
            "data_type":"numeric","metric_type":"gauge","unit":"°C","min_value":-40.0,\
            "max_value":85.5,"retention_days":365,"aggregation_interval":300,\
            "reject_out_of_range":true,"created_by":"operator",\
            "created_at":"2026-01-31T08:15:00.123Z","updated_at":"2026-01-31T08:15:00.123Z"}""");
    assertThat(MetricApi.one("GET", "temperature").by(VIEWER).on(api.function).json())
        .isEqualTo(answer.json());
  }

  @Test
  void answersTheSameAgainWith200() {
    ApiAnswer first = api.define(MetricApi.TEMPERATURE);
    api.clock.advance(Duration.ofHours(1));

    ApiAnswer second = api.define(MetricApi.TEMPERATURE);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json()).isEqualTo(first.json());
  }

  @Test
  void refusesAnotherDefinitionOfANameWith409() {
    api.define(MetricApi.TEMPERATURE);

    ApiAnswer answer = api.define(MetricApi.STATE.replace("state", "temperature"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("CONFLICT");
    assertThat(answer.text("detail")).contains("PUT");
  }

  @Test
  void replacesWhatMayChange() {
    api.define(MetricApi.TEMPERATURE);
    api.clock.advance(Duration.ofHours(1));

    ApiAnswer answer = api.replace("temperature", "{\"min_value\": 0, \"retention_days\": 30}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString())
        .isEqualTo(
            """
            {"metric_id":"met_1","name":"temperature","description":null,"data_type":"numeric",\
            "metric_type":"gauge","unit":null,"min_value":0.0,"max_value":null,\
            "retention_days":30,"aggregation_interval":60,"reject_out_of_range":false,\
            "created_by":"operator","created_at":"2026-01-31T08:15:00.123Z",\
            "updated_at":"2026-01-31T09:15:00.123Z"}""");
    assertThat(MetricApi.one("GET", "temperature").by(VIEWER).on(api.function).json())
        .isEqualTo(answer.json());
  }

  @Test
  void takesBackWhatItHasAnswered() {
    ApiAnswer defined = api.define(MetricApi.TEMPERATURE);
    api.clock.advance(Duration.ofHours(1));

    ApiAnswer answer = api.replace("temperature", defined.body());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(defined.json());
  }

  @Test
  void deletesAsOftenAsAsked() {
    api.define(MetricApi.TEMPERATURE);

    assertThat(MetricApi.one("DELETE", "temperature").by(OPERATOR).on(api.function).status())
        .isEqualTo(204);
    assertThat(MetricApi.one("DELETE", "temperature").by(OPERATOR).on(api.function).status())
        .isEqualTo(204);
    assertThat(MetricApi.one("GET", "temperature").by(VIEWER).on(api.function).status())
        .isEqualTo(404);
    assertThat(api.replace("temperature", "{}").status()).isEqualTo(404);
    assertThat(api.listed().path("count").asInt()).isZero();
    assertThat(api.definitions.events()).hasSize(2);
  }

  @Test
  void definesADeletedMetricAgain() {
    api.define(MetricApi.TEMPERATURE);
    MetricApi.one("DELETE", "temperature").by(OPERATOR).on(api.function);

    ApiAnswer otherType = api.define(MetricApi.STATE.replace("state", "temperature"));
    assertThat(otherType.status()).isEqualTo(409);
    assertThat(otherType.text("detail")).contains("numeric");

    ApiAnswer answer = api.define("{\"name\": \"temperature\", \"data_type\": \"numeric\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("metric_id")).isEqualTo("met_1");
  }

  @Test
  void answers404ForWhatIsNotThere() {
    for (String name : List.of("temperature", "a b", "x".repeat(101))) {
      assertThat(MetricApi.one("GET", name).by(VIEWER).on(api.function).text("code"))
          .isEqualTo("NOT_FOUND");
      assertThat(api.replace(name, "{}").status()).isEqualTo(404);
      assertThat(MetricApi.one("DELETE", name).by(OPERATOR).on(api.function).status())
          .isEqualTo(404);
    }
  }

  @Test
  void hidesOtherOrganizations() {
    api.define(MetricApi.TEMPERATURE);
    Map<String, Object> stranger = MetricApi.caller("other", Role.ADMIN);

    assertThat(MetricApi.one("GET", "temperature").by(stranger).on(api.function).status())
        .isEqualTo(404);
    assertThat(
            MetricApi.one("PUT", "temperature").json("{}").by(stranger).on(api.function).status())
        .isEqualTo(404);
    assertThat(MetricApi.one("DELETE", "temperature").by(stranger).on(api.function).status())
        .isEqualTo(404);
    assertThat(MetricApi.all("GET").by(stranger).on(api.function).json().path("count").asInt())
        .isZero();
    assertThat(
            MetricApi.all("POST")
                .json(MetricApi.TEMPERATURE)
                .by(stranger)
                .on(api.function)
                .status())
        .isEqualTo(201);
  }

  @Test
  void rolesAreKept() {
    for (Map<String, Object> caller :
        List.of(VIEWER, MetricApi.caller("org", Role.DEVICE), MetricApi.service("metrics:read"))) {
      assertThat(MetricApi.all("POST").json(MetricApi.STATE).by(caller).on(api.function).status())
          .isEqualTo(403);
      assertThat(MetricApi.one("PUT", "a").json("{}").by(caller).on(api.function).status())
          .isEqualTo(403);
      assertThat(MetricApi.one("DELETE", "a").by(caller).on(api.function).status()).isEqualTo(403);
    }
    assertThat(
            MetricApi.all("GET").by(MetricApi.caller("org", Role.DEVICE)).on(api.function).status())
        .isEqualTo(403);
    assertThat(
            MetricApi.all("GET").by(MetricApi.service("metrics:write")).on(api.function).status())
        .isEqualTo(403);
    assertThat(MetricApi.all("GET").by(MetricApi.service("metrics:read")).on(api.function).status())
        .isEqualTo(200);
    assertThat(
            MetricApi.all("POST")
                .json(MetricApi.STATE)
                .by(MetricApi.service("metrics:write"))
                .on(api.function)
                .status())
        .isEqualTo(201);
  }

  @Test
  void tellsWhoIsOvertakenForeverToComeAgain() {
    api.definitions.overtake(100);

    assertThat(api.define(MetricApi.TEMPERATURE).text("code")).isEqualTo("CONFLICT");
  }
}
