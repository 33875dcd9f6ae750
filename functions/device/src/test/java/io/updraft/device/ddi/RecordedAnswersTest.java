package io.updraft.device.ddi;

import static io.updraft.device.domain.Samples.FIRMWARE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.updraft.device.domain.Update;
import io.updraft.events.Origin;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each field of a hawkBit server's answers that clients read is there, with the same type. */
@ExtendWith(DynamoDbServer.class)
class RecordedAnswersTest {
  private final DdiRig rig;
  private final JsonNode recorded = recorded();

  RecordedAnswersTest(TestDatabase database) {
    this.rig = new DdiRig(database);
  }

  @BeforeEach
  void reset() {
    rig.reset();
  }

  private static JsonNode recorded() {
    try (InputStream file =
        RecordedAnswersTest.class.getResourceAsStream("/hawkbit-answers.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void isLike(String name, ApiAnswer answer) {
    assertThat(differences(name, recorded.path(name), answer.json())).isEmpty();
  }

  private static List<String> differences(String path, JsonNode there, JsonNode here) {
    List<String> differences = new ArrayList<>();
    if (there.getNodeType() != here.getNodeType()) {
      differences.add("%s is %s, not %s".formatted(path, here.getNodeType(), there.getNodeType()));
    }
    for (var field : there.properties()) {
      String below = path + "." + field.getKey();
      differences.addAll(differences(below, field.getValue(), here.path(field.getKey())));
    }
    for (int i = 0; there.isArray() && i < there.size(); i++) {
      differences.addAll(differences(path + "[" + i + "]", there.get(i), here.path(i)));
    }
    return differences;
  }

  @Test
  void pollsAndDeployments() {
    Update update = rig.released();
    isLike("base", rig.poll());
    String action = rig.action();
    rig.feedback(action, "proceeding", "none", "Installing Update Chunk Artifacts.");
    isLike(
        "deployment",
        rig.on(
            rig.call("GET", "/deploymentBase/{action_id}")
                .path("action_id", action)
                .query("actionHistory", "-1")));
    cancel(update);
    isLike(
        "cancel", rig.on(rig.call("GET", "/cancelAction/{action_id}").path("action_id", action)));
    rig.cancelFeedback(action, "closed", "success");
    rig.on(rig.call("PUT", "/configData").json(Map.of("data", Map.of("cell", "7"))));
    ApiAnswer idle = rig.poll();
    isLike("idle", idle);
    assertThat(idle.json().has("_links")).isFalse();
  }

  private void cancel(Update update) {
    Update begun = rig.update(update.id());
    rig.stores
        .stores()
        .updates()
        .move(begun, begun.cancelled("by olga", rig.clock.instant()), Origin.of("acme"), null);
  }

  @Test
  void installedUpdates() {
    rig.released();
    rig.feedback(rig.action(), "closed", "success");
    isLike("installed", rig.poll());
  }

  /** A server describes them alike, wherever it does. */
  @Test
  void installedUpdatesAreDescribedAsDeploymentsAre() {
    rig.released();
    String action = rig.action();
    rig.feedback(action, "closed", "success");
    ApiAnswer installed =
        rig.on(rig.call("GET", "/installedBase/{action_id}").path("action_id", action));
    assertThat(
            differences(
                "installed", deployment("/deployment"), installed.json().path("deployment")))
        .isEmpty();
  }

  @Test
  void confirmationsAreDescribedAsDeploymentsAre() {
    rig.released(false, null, AdmissionTest.ASKED);
    ApiAnswer asked =
        rig.on(rig.call("GET", "/confirmationBase/{action_id}").path("action_id", rig.action()));
    assertThat(differences("asked", deployment("/deployment"), asked.json().path("confirmation")))
        .isEmpty();
    assertThat(asked.json().path("id").isTextual()).isTrue();
  }

  @Test
  void artifactsAreThoseOfDeployments() {
    rig.released();
    ApiAnswer artifacts =
        rig.on(
            rig.call("GET", "/softwaremodules/{module_id}/artifacts").path("module_id", FIRMWARE));
    JsonNode there = deployment("/deployment/chunks/0/artifacts");
    assertThat(differences("artifacts", there, artifacts.json())).isEmpty();
  }

  private JsonNode deployment(String pointer) {
    return recorded.path("deployment").at(pointer);
  }

  @Test
  void refusals() {
    rig.poll();
    isLike("refusal", rig.deployment("12"));
  }
}
