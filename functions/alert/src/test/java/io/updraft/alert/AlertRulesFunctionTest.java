package io.updraft.alert;

import static io.updraft.alert.RuleApi.OPERATOR;
import static io.updraft.alert.RuleApi.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.alert.domain.Totals;
import io.updraft.alert.rule.Samples;
import io.updraft.http.Role;
import io.updraft.lambda.Environment;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertRulesFunctionTest {
  private static final String ID = Samples.id(1).text();

  private final RuleApi api = new RuleApi();

  @Test
  void isWiredFromTheEnvironmentOfTheTemplate() {
    Map<String, String> environment =
        Map.of(
            "AWS_REGION",
            "eu-central-1",
            "RULES_TABLE",
            "rules",
            "ALERTS_TABLE",
            "alerts",
            "METRICS_TABLE",
            "metrics",
            "OUTBOX_TABLE",
            "outbox");

    ApiAnswer answer =
        Environment.supply(
            environment, () -> RuleApi.one("GET", "x").by(VIEWER).on(new AlertRulesFunction()));

    assertThat(answer.text("code")).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void createsARuleAndFillsInWhatIsLeftOut() {
    ApiAnswer answer = api.create(RuleApi.HOT);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"rule_id":"rule_00000000000000000000000001","name":"Hot","description":null,\
            "metric_name":"temperature","condition":">","threshold_value":80,\
            "evaluation_window":300,"trigger_count":1,"level":"warning","enabled":true,\
            "cooldown_minutes":15,"auto_resolve":true,"auto_resolve_timeout":3600,\
            "device_ids":[],"device_groups":[],"device_filters":null,"notification_channels":[],\
            "total_triggers":0,"last_triggered":null,"created_by":"operator",\
            "created_at":"2026-01-31T08:15:00.123Z","updated_by":"operator",\
            "updated_at":"2026-01-31T08:15:00.123Z"}""");
    assertThat(api.show(ID).json()).isEqualTo(answer.json());
  }

  @Test
  void showsEverythingThatWasGiven() {
    assertThat(api.create(RuleApi.FULL).body())
        .contains(
            """
            "name":"Silent","description":"Hall A","metric_name":"door.state",\
            "condition":"absent","threshold_value":900,"evaluation_window":600,\
            "trigger_count":3,"level":"critical","enabled":false,"cooldown_minutes":60,\
            "auto_resolve":false,"auto_resolve_timeout":300,"device_ids":["dev-1","dev-2"],\
            "device_groups":["hall A"],"device_filters":{"model":"sensor",\
            "firmware_version_min":"1.2.0","attributes":{"floor":"2"}},\
            "notification_channels":["ops","mail"]""");
  }

  @Test
  void eachCreationMakesAnotherRule() {
    assertThat(api.create(RuleApi.HOT).text("rule_id")).isEqualTo(ID);
    assertThat(api.create(RuleApi.HOT).text("rule_id")).isEqualTo(Samples.id(2).text());
    assertThat(api.listed().path("count").asInt()).isEqualTo(2);
  }

  @Test
  void replacesARuleAndLeavesItDisabled() {
    api.create(RuleApi.FULL);
    api.clock.advance(Duration.ofHours(1));

    JsonNode answer = api.replace(ID, RuleApi.HOT).json();

    assertThat(answer.path("name").asText()).isEqualTo("Hot");
    assertThat(answer.path("level").asText()).isEqualTo("warning");
    assertThat(answer.path("device_ids")).isEmpty();
    assertThat(answer.path("enabled").asBoolean()).isFalse();
    assertThat(answer.path("created_at").asText()).isEqualTo("2026-01-31T08:15:00.123Z");
    assertThat(answer.path("updated_at").asText()).isEqualTo("2026-01-31T09:15:00.123Z");
    assertThat(api.show(ID).json()).isEqualTo(answer);
  }

  @Test
  void takesBackWhatItHasAnswered() {
    for (String body : List.of(RuleApi.HOT, RuleApi.FULL)) {
      ApiAnswer created = api.create(body);
      api.clock.advance(Duration.ofHours(1));

      ApiAnswer answer = api.replace(created.text("rule_id"), created.body());

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json()).isEqualTo(created.json());
    }
    assertThat(api.rules.events()).hasSize(2);
  }

  @Test
  void enablesAndDisables() {
    api.create(RuleApi.HOT);

    assertThat(api.enable(ID, "{\"enabled\": false}").json().path("enabled").asBoolean(true))
        .isFalse();
    assertThat(api.enable(ID, "{\"enabled\": false}").status()).isEqualTo(200);
    assertThat(api.show(ID).json().path("enabled").asBoolean(true)).isFalse();
    assertThat(api.enable(ID, "{\"enabled\": true}").json().path("enabled").asBoolean()).isTrue();

    assertThat(api.rules.events())
        .extracting(event -> event.type())
        .containsExactly("alert.rule.created", "alert.rule.updated", "alert.rule.updated");
    assertThat(api.enable(ID, "{}").wrongFields()).containsExactly("enabled");
    assertThat(api.enable(ID, "{\"enabled\": \"yes\"}").wrongFields()).containsExactly("enabled");
  }

  @Test
  void showsHowOftenItHasTriggered() {
    api.create(RuleApi.HOT);
    api.rules.trigger(Samples.id(1), new Totals(4, Samples.NOW));

    assertThat(api.show(ID).body())
        .contains("\"total_triggers\":4,\"last_triggered\":\"2026-01-31T08:15:00.123Z\"");
    assertThat(api.listed().at("/rules/0/total_triggers").asInt()).isEqualTo(4);
  }

  @Test
  void deletesAsOftenAsAsked() {
    api.create(RuleApi.HOT);

    assertThat(api.delete(ID).status()).isEqualTo(204);
    assertThat(api.delete(ID).status()).isEqualTo(204);
    assertThat(api.show(ID).status()).isEqualTo(404);
    assertThat(api.listed().path("count").asInt()).isZero();
    assertThat(api.rules.events()).hasSize(2);
  }

  @Test
  void answers404ForWhatIsNotThere() {
    for (String id : List.of(ID, "rule_1", "x", "rule_0000000000000000000000000#")) {
      assertThat(api.show(id).text("code")).isEqualTo("NOT_FOUND");
      assertThat(api.replace(id, RuleApi.HOT).status()).isEqualTo(404);
      assertThat(api.enable(id, "{\"enabled\": true}").status()).isEqualTo(404);
      assertThat(api.delete(id).status()).isEqualTo(404);
    }
  }

  @Test
  void hidesOtherOrganizations() {
    api.create(RuleApi.HOT);
    Map<String, Object> stranger = RuleApi.caller("other", Role.ADMIN);

    for (ApiCall call :
        List.of(
            RuleApi.one("GET", ID),
            RuleApi.one("PUT", ID).json(RuleApi.FULL),
            RuleApi.enabling(ID).json("{\"enabled\": false}"),
            RuleApi.one("DELETE", ID))) {
      assertThat(call.by(stranger).on(api.function).status()).isEqualTo(404);
    }
    assertThat(RuleApi.all("GET").by(stranger).on(api.function).json().path("count").asInt())
        .isZero();
    assertThat(api.show(ID).status()).isEqualTo(200);
  }

  @Test
  void rolesAreKept() {
    for (Map<String, Object> caller :
        List.of(VIEWER, RuleApi.caller("org", Role.DEVICE), RuleApi.service("alerts:read"))) {
      for (ApiCall call :
          List.of(
              RuleApi.all("POST").json(RuleApi.HOT),
              RuleApi.one("PUT", ID).json(RuleApi.HOT),
              RuleApi.enabling(ID).json("{\"enabled\": false}"),
              RuleApi.one("DELETE", ID))) {
        assertThat(call.by(caller).on(api.function).status()).isEqualTo(403);
      }
    }
    assertThat(status(RuleApi.all("GET"), RuleApi.caller("org", Role.DEVICE))).isEqualTo(403);
    assertThat(status(RuleApi.all("GET"), RuleApi.service("alerts:write"))).isEqualTo(403);
    assertThat(status(RuleApi.all("GET"), RuleApi.service("alerts:read"))).isEqualTo(200);
    assertThat(status(RuleApi.all("POST").json(RuleApi.HOT), RuleApi.service("alerts:write")))
        .isEqualTo(201);
    assertThat(status(RuleApi.all("POST").json(RuleApi.HOT), OPERATOR)).isEqualTo(201);
  }

  private int status(ApiCall call, Map<String, Object> caller) {
    return call.by(caller).on(api.function).status();
  }

  @Test
  void tellsWhoIsOvertakenForeverToComeAgain() {
    api.create(RuleApi.HOT);
    api.rules.overtake(100);

    assertThat(api.replace(ID, RuleApi.FULL).text("code")).isEqualTo("CONFLICT");
    assertThat(api.delete(ID).text("code")).isEqualTo("CONFLICT");
  }
}
