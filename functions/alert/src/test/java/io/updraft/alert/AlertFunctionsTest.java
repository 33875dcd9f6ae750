package io.updraft.alert;

import static io.updraft.alert.RuleApi.OPERATOR;
import static io.updraft.alert.RuleApi.VIEWER;
import static io.updraft.alert.RuleApi.caller;
import static io.updraft.alert.RuleApi.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.events.AlertAcknowledged;
import io.updraft.events.AlertResolved;
import io.updraft.events.AlertSuppressed;
import io.updraft.events.AlertTriggered;
import io.updraft.events.AlertUnsuppressed;
import io.updraft.events.Envelope;
import io.updraft.http.Role;
import io.updraft.lambda.Environment;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertFunctionsTest {
  private static final String UNTIL =
      "{\"until\": \"2026-01-31T09:00:00Z\", \"note\": \"tonight\"}";

  private final AlertApi api = new AlertApi();

  @Test
  void areWiredFromTheEnvironmentOfTheTemplate() {
    Map<String, String> environment =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "RULES_TABLE", "rules",
            "ALERTS_TABLE", "alerts",
            "OUTBOX_TABLE", "outbox");

    ApiAnswer moved =
        Environment.supply(
            environment, () -> api.move("x", "resolve").by(VIEWER).on(new AlertCommandsFunction()));
    ApiAnswer shown =
        Environment.supply(
            environment, () -> api.show("x").by(VIEWER).on(new AlertQueryFunction()));

    assertThat(moved.text("code")).isEqualTo("UNAUTHORIZED");
    assertThat(shown.text("code")).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void showsAnAlert() {
    String id = api.triggered(1, "device");

    ApiAnswer answer = api.shown(id);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode alert = answer.json();
    assertThat(alert.path("status").asText()).isEqualTo("active");
    assertThat(alert.path("condition").asText()).isEqualTo(">");
    assertThat(alert.path("threshold_value").asText()).isEqualTo("80");
    assertThat(alert.path("current_value").asText()).isEqualTo("81");
    assertThat(alert.path("violation_count").asInt()).isEqualTo(1);
    assertThat(alert.path("triggered_at").asText()).isEqualTo("2026-01-31T08:15:00.123Z");
    assertThat(alert.path("resolved_by").isNull()).isTrue();
  }

  @Test
  void acknowledgesThenResolves() {
    String id = api.triggered(1, "device");

    JsonNode acknowledged = api.moved(id, "acknowledge", "{\"note\": \"on it\"}").json();
    JsonNode resolved = api.moved(id, "resolve").json();

    assertThat(acknowledged.path("status").asText()).isEqualTo("acknowledged");
    assertThat(acknowledged.path("acknowledgement_note").asText()).isEqualTo("on it");
    assertThat(resolved.path("status").asText()).isEqualTo("resolved");
    assertThat(resolved.path("acknowledged_by").asText()).isEqualTo("operator");
    assertThat(resolved.path("resolved_at").asText()).isEqualTo("2026-01-31T08:16:00.123Z");
    assertThat(resolved).isEqualTo(api.shown(id).json());
    assertThat(events())
        .containsExactly(AlertTriggered.class, AlertAcknowledged.class, AlertResolved.class);
    assertThat(api.alerts.events())
        .extracting(e -> e.sequence().orElseThrow())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void suppressesForATimeOrUntilToldOtherwise() {
    String id = api.triggered(1, "device");

    JsonNode suppressed = api.moved(id, "suppress", UNTIL).json();
    JsonNode active = api.moved(id, "unsuppress").json();

    assertThat(suppressed.path("suppressed_until").asText()).isEqualTo("2026-01-31T09:00:00.000Z");
    assertThat(active.path("status").asText()).isEqualTo("active");
    assertThat(events())
        .containsExactly(AlertTriggered.class, AlertSuppressed.class, AlertUnsuppressed.class);
  }

  private List<Class<?>> events() {
    return api.alerts.events().stream().<Class<?>>map(e -> e.data().getClass()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledge, acknowledge, acknowledged, acknowledged, [resolved]",
    "acknowledge, suppress, acknowledged, suppressed, [resolved]",
    "acknowledge, unsuppress, acknowledged, active, [resolved]",
    "suppress, acknowledge, suppressed, acknowledged, [active]",
    "suppress, resolve, suppressed, resolved, [active]",
    "suppress, suppress, suppressed, suppressed, [active]",
    "resolve, resolve, resolved, resolved, []",
    "resolve, acknowledge, resolved, acknowledged, []",
    "resolve, unsuppress, resolved, active, []",
  })
  void refusesMovesThatTheStateForbids(
      String first, String second, String current, String target, String allowed) {
    String id = api.triggered(1, "device");
    api.moved(id, first, UNTIL);

    ApiAnswer answer = api.moved(id, second, UNTIL);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("INVALID_STATE_TRANSITION");
    assertThat(answer.text("current_state")).isEqualTo(current);
    assertThat(answer.text("target_state")).isEqualTo(target);
    assertThat(answer.json().path("allowed").toString().replace("\"", "")).isEqualTo(allowed);
    assertThat(api.alerts.events()).hasSize(2);
  }

  @Test
  void tellsWhatAnActiveAlertCanBecome() {
    ApiAnswer answer = api.moved(api.triggered(1, "device"), "unsuppress");

    assertThat(answer.json().path("allowed").toString())
        .isEqualTo("[\"acknowledged\",\"suppressed\",\"resolved\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"until\": null}",
        "{\"until\": \"tomorrow\"}",
        "{\"until\": \"2026-01-31T08:16:00.123Z\"}",
        "{\"until\": \"2027-01-31T08:16:00.124Z\"}",
        "{\"until\": \"2026-02-01T00:00:00\"}"
      })
  void suppressesUntilATimeInTheFutureOnly(String body) {
    String id = api.triggered(1, "device");

    ApiAnswer answer = api.moved(id, "suppress", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("until");
    assertThat(api.shown(id).text("status")).isEqualTo("active");
  }

  @Test
  void refusesANoteThatIsTooLong() {
    String body = "{\"note\": \"%s\"}".formatted("x".repeat(1_001));

    ApiAnswer answer = api.moved(api.triggered(1, "device"), "resolve", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("note");
  }

  @Test
  void whatIsNotThereOrAnothersLooksTheSame() {
    String id = api.triggered(1, "device");

    for (String unknown : List.of("alert_00000000000000000000000009", "x")) {
      assertThat(api.moved(unknown, "resolve").status()).isEqualTo(404);
      assertThat(api.shown(unknown).status()).isEqualTo(404);
    }
    var stranger = caller("other", Role.OPERATOR);
    assertThat(api.on(api.move(id, "resolve").by(stranger)).status()).isEqualTo(404);
    assertThat(api.queried(api.show(id).by(stranger)).status()).isEqualTo(404);
    assertThat(api.queried(api.list().by(stranger)).json().path("alerts")).isEmpty();
  }

  @Test
  void onlyOperatorsAndServicesOfTheScopeMove() {
    String id = api.triggered(1, "device");

    assertThat(api.on(api.move(id, "resolve").by(VIEWER)).status()).isEqualTo(403);
    assertThat(api.on(api.move(id, "resolve").by(caller("org", Role.DEVICE))).status())
        .isEqualTo(403);
    assertThat(api.on(api.move(id, "resolve").by(service("alerts:read"))).status()).isEqualTo(403);
    assertThat(api.on(api.move(id, "acknowledge").by(service("alerts:write"))).status())
        .isEqualTo(200);
    assertThat(api.queried(api.show(id).by(service("alerts:read"))).status()).isEqualTo(200);
    assertThat(api.queried(api.list().by(caller("org", Role.DEVICE))).status()).isEqualTo(403);
  }

  @Test
  void endsWhereOthersAreFirstEachTime() {
    String id = api.triggered(1, "device");
    api.alerts.overtake(8);

    assertThat(api.moved(id, "resolve").status()).isEqualTo(409);

    api.alerts.overtake(7);
    assertThat(api.moved(id, "resolve").status()).isEqualTo(200);
  }

  @Test
  void answersAsTheDocumentSays() {
    String id = api.triggered(1, "device-1");
    String other = api.triggered(2, "device-2");
    String put = "PUT " + AlertApi.ONE + "/";

    assertThat(ApiDocument.complaints("GET " + AlertApi.ONE, api.shown(id))).isEmpty();
    assertThat(ApiDocument.complaints(put + "acknowledge", api.moved(id, "acknowledge"))).isEmpty();
    assertThat(ApiDocument.complaints(put + "resolve", api.moved(id, "resolve"))).isEmpty();
    assertThat(ApiDocument.complaints(put + "suppress", api.moved(other, "suppress", UNTIL)))
        .isEmpty();
    assertThat(ApiDocument.complaints(put + "unsuppress", api.moved(other, "unsuppress")))
        .isEmpty();
    assertThat(ApiDocument.complaints("GET " + AlertApi.ALL, api.queried(api.list().by(OPERATOR))))
        .isEmpty();
  }

  @Test
  void eventsSayWhatHappened() {
    String id = api.triggered(1, "device");
    api.moved(id, "resolve", "{\"note\": \"done\"}");

    Envelope resolved = api.alerts.events().getLast();
    assertThat(resolved.data())
        .isEqualTo(
            new AlertResolved(
                id,
                api.rule.id().text(),
                "Hot",
                "device",
                "temperature",
                "warning",
                "operator",
                "done",
                api.clock.instant()));
  }
}
