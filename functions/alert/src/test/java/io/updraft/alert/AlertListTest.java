package io.updraft.alert;

import static io.updraft.alert.RuleApi.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.testing.ApiAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of alerts. */
class AlertListTest {
  private final AlertApi api = new AlertApi();

  @Test
  void listsWithFiltersAndCounts() {
    String first = api.triggered(1, "device-1");
    String second = api.triggered(2, "device-2");
    api.moved(first, "resolve");

    JsonNode all = api.queried(api.list().by(VIEWER)).json();
    JsonNode active =
        api.queried(
                api.list()
                    .query("status", "active")
                    .query("level", "warning")
                    .query("device_id", "device-2")
                    .query("rule_id", api.rule.id().text())
                    .query("start_time", "2026-01-31T09:15:00.123+01:00")
                    .query("end_time", "2026-01-31T08:15:00.123Z")
                    .by(VIEWER))
            .json();

    assertThat(all.path("alerts").findValuesAsText("alert_id")).containsExactly(second, first);
    assertThat(all.path("active_count").asInt()).isEqualTo(7);
    assertThat(all.path("critical_count").asInt()).isEqualTo(2);
    assertThat(active.path("alerts").findValuesAsText("alert_id")).containsExactly(second);
    assertThat(active.path("filters")).hasSize(6);
  }

  @Test
  void listsPageByPage() {
    for (int i = 1; i <= 5; i++) {
      api.triggered(i, "device-" + i);
    }

    JsonNode first = api.queried(api.list().query("limit", "2").by(VIEWER)).json();
    String cursor = first.path("next_cursor").asText();
    JsonNode second =
        api.queried(api.list().query("limit", "2").query("cursor", cursor).by(VIEWER)).json();
    JsonNode skipped =
        api.queried(api.list().query("limit", "2").query("offset", "4").by(VIEWER)).json();

    assertThat(devices(first)).containsExactly("device-5", "device-4");
    assertThat(devices(second)).containsExactly("device-3", "device-2");
    assertThat(devices(skipped)).containsExactly("device-1");
    assertThat(skipped.path("next_cursor").isNull()).isTrue();
  }

  private static List<String> devices(JsonNode list) {
    return list.path("alerts").findValuesAsText("device_id");
  }

  @ParameterizedTest
  @CsvSource({
    "status, over",
    "level, bad",
    "rule_id, rule_1",
    "start_time, today",
    "end_time, 2026-01-31",
  })
  void refusesFiltersThatItCantRead(String name, String value) {
    ApiAnswer answer = api.queried(api.list().query(name, value).by(VIEWER));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(name);
  }

  @Test
  void refusesARangeOfTimeThatEndsBeforeItBegins() {
    ApiAnswer answer =
        api.queried(
            api.list()
                .query("start_time", "2026-01-31T09:00:00Z")
                .query("end_time", "2026-01-31T08:00:00Z")
                .by(VIEWER));

    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("end_time");
  }
}
