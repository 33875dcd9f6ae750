package io.updraft.telemetry;

import static io.updraft.telemetry.MetricApi.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.testing.ApiCall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of {@link MetricDefinitionsFunction}. */
class MetricListTest {
  private final MetricApi api = new MetricApi();

  @Test
  void listsPageByPage() {
    List.of("c", "a", "b").forEach(name -> api.define(MetricApi.STATE.replace("state", name)));
    ApiCall texts = MetricApi.all("GET").query("data_type", "string").query("limit", "2");

    JsonNode first = texts.by(VIEWER).on(api.function).json();
    assertThat(MetricApi.names(first)).containsExactly("a", "b");
    assertThat(first.path("filters").path("data_type").asText()).isEqualTo("string");

    String cursor = first.path("next_cursor").asText();
    JsonNode second = texts.query("cursor", cursor).by(VIEWER).on(api.function).json();
    assertThat(MetricApi.names(second)).containsExactly("c");
    assertThat(second.path("next_cursor").isNull()).isTrue();
  }

  @Test
  void filters() {
    api.define(MetricApi.TEMPERATURE);
    api.define(MetricApi.STATE);
    api.define("{\"name\": \"starts\", \"data_type\": \"numeric\", \"metric_type\": \"counter\"}");

    assertThat(filtered("data_type", "numeric")).containsExactly("starts", "temperature");
    assertThat(filtered("metric_type", "counter")).containsExactly("starts");
    assertThat(MetricApi.names(api.listed())).containsExactly("starts", "state", "temperature");
    assertThat(
            MetricApi.all("GET")
                .query("data_type", "text")
                .query("metric_type", "level")
                .query("limit", "0")
                .by(VIEWER)
                .on(api.function)
                .wrongFields())
        .containsExactlyInAnyOrder("data_type", "metric_type", "limit");
  }

  @Test
  void refusesCursorsOfOtherLists() {
    List.of("a", "b").forEach(name -> api.define(MetricApi.STATE.replace("state", name)));
    ApiCall page = MetricApi.all("GET").query("limit", "1");
    String cursor = page.by(VIEWER).on(api.function).json().path("next_cursor").asText();

    ApiCall other = MetricApi.all("GET").query("cursor", cursor).query("data_type", "string");
    assertThat(other.by(VIEWER).on(api.function).status()).isEqualTo(400);
    assertThat(MetricApi.all("GET").query("cursor", "x").by(VIEWER).on(api.function).status())
        .isEqualTo(400);
  }

  private List<String> filtered(String filter, String value) {
    ApiCall call = MetricApi.all("GET").query(filter, value);
    return MetricApi.names(call.by(VIEWER).on(api.function).json());
  }
}
