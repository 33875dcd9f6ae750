package io.updraft.alert;

import static io.updraft.alert.RuleApi.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.testing.ApiCall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of {@link AlertRulesFunction}. */
class RuleListTest {
  private final RuleApi api = new RuleApi();

  @Test
  void listsPageByPage() {
    List.of("c", "a", "b").forEach(name -> api.create(RuleApi.HOT.replace("Hot", name)));
    ApiCall warnings = RuleApi.all("GET").query("level", "warning").query("limit", "2");

    JsonNode first = warnings.by(VIEWER).on(api.function).json();
    assertThat(RuleApi.names(first)).containsExactly("c", "a");
    assertThat(first.path("filters").path("level").asText()).isEqualTo("warning");
    assertThat(first.path("limit").asInt()).isEqualTo(2);

    String cursor = first.path("next_cursor").asText();
    JsonNode second = warnings.query("cursor", cursor).by(VIEWER).on(api.function).json();
    assertThat(RuleApi.names(second)).containsExactly("b");
    assertThat(second.path("next_cursor").isNull()).isTrue();
  }

  @Test
  void leavesOutTheOffset() {
    List.of("a", "b", "c").forEach(name -> api.create(RuleApi.HOT.replace("Hot", name)));

    JsonNode list = RuleApi.all("GET").query("offset", "1").by(VIEWER).on(api.function).json();

    assertThat(RuleApi.names(list)).containsExactly("b", "c");
    assertThat(list.path("offset").asInt()).isEqualTo(1);
  }

  @Test
  void filters() {
    api.create(RuleApi.HOT);
    api.create(RuleApi.FULL);

    assertThat(filtered("enabled", "false")).containsExactly("Silent");
    assertThat(filtered("enabled", "true")).containsExactly("Hot");
    assertThat(filtered("level", "critical")).containsExactly("Silent");
    assertThat(filtered("metric_name", " temperature ")).containsExactly("Hot");
    assertThat(filtered("metric_name", "humidity")).isEmpty();
    assertThat(RuleApi.names(api.listed())).containsExactly("Hot", "Silent");
    assertThat(
            RuleApi.all("GET")
                .query("enabled", "yes")
                .query("level", "high")
                .query("metric_name", "a/b")
                .query("limit", "201")
                .by(VIEWER)
                .on(api.function)
                .wrongFields())
        .containsExactlyInAnyOrder("enabled", "level", "metric_name", "limit");
  }

  @Test
  void refusesCursorsOfOtherLists() {
    List.of("a", "b").forEach(name -> api.create(RuleApi.HOT.replace("Hot", name)));
    ApiCall page = RuleApi.all("GET").query("limit", "1");
    String cursor = page.by(VIEWER).on(api.function).json().path("next_cursor").asText();

    ApiCall other = RuleApi.all("GET").query("cursor", cursor).query("enabled", "true");
    assertThat(other.by(VIEWER).on(api.function).status()).isEqualTo(400);
    assertThat(RuleApi.all("GET").query("cursor", "x").by(VIEWER).on(api.function).status())
        .isEqualTo(400);
  }

  private List<String> filtered(String filter, String value) {
    ApiCall call = RuleApi.all("GET").query(filter, value);
    return RuleApi.names(call.by(VIEWER).on(api.function).json());
  }
}
