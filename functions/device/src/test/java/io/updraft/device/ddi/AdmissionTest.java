package io.updraft.device.ddi;

import static io.updraft.device.ddi.DdiRig.DEVICE;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.InstallMode;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is let in, what they may fetch, and what has to be confirmed. */
@ExtendWith(DynamoDbServer.class)
class AdmissionTest {
  static final Discretion ASKED = new Discretion(InstallMode.FORCED, null, true);

  private final DdiRig rig;

  AdmissionTest(TestDatabase database) {
    this.rig = new DdiRig(database);
  }

  @BeforeEach
  void reset() {
    rig.reset();
  }

  private void isRefused(ApiAnswer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void whoeverIsNotTheDeviceIsUnauthorized() {
    isRefused(rig.onAs(rig.call("GET", "")));
    isRefused(rig.onAs(rig.call("GET", "").by(Map.of("valid", "false", "reason", "no"))));
    isRefused(rig.onAs(rig.call("GET", "").asDevice("acme", "pump-2")));
    isRefused(rig.onAs(rig.call("GET", "").asDevice("nova", DEVICE)));
    isRefused(rig.onAs(rig.call("GET", "").as("acme", "olga", "admin")));
    isRefused(rig.onAs(rig.call("GET", "").asGateway("nova", "maker")));
    assertThat(rig.stores.stores().devices().find("acme", DEVICE)).isEmpty();
  }

  @Test
  void gatewayBringsDevicesWithinItsQuota() {
    for (String device : new String[] {"pump-8", "pump-9"}) {
      assertThat(asGateway(device).status()).isEqualTo(200);
      assertThat(rig.stores.stores().devices().find("acme", device)).isPresent();
    }
    ApiAnswer third = asGateway("pump-10");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.headers()).containsKey("retry-after");
    assertThat(third.text("errorCode")).isEqualTo("RATE_LIMITED");
  }

  private ApiAnswer asGateway(String device) {
    return rig.onAs(rig.call("GET", "").path("controller_id", device).asGateway("acme", "maker"));
  }

  @Test
  void idThatNoDeviceCanHaveIsNotThere() {
    assertThat(asGateway("bulk").status()).isEqualTo(404);
  }

  private ApiCall artifact(String method, String filename) {
    return rig.call(method, "/softwaremodules/{module_id}/artifacts/{filename}")
        .path("module_id", FIRMWARE)
        .path("filename", filename);
  }

  @Test
  void bytesAreFetchedFromTheStoreAndThatIsDownloading() {
    Update update = rig.released();
    ApiAnswer head = rig.on(artifact("HEAD", "gateway 2.0.0.swu"));
    assertThat(head.headers())
        .containsEntry(
            "location", "https://store.example/head/gateway 2.0.0.swu".replace(" ", "%20"));
    assertThat(rig.update(update.id()).status()).isEqualTo(UpdateStatus.SCHEDULED);
    ApiAnswer get = rig.on(artifact("GET", "gateway 2.0.0.swu"));
    assertThat(get.status()).isEqualTo(302);
    assertThat(rig.update(update.id()).status()).isEqualTo(UpdateStatus.DOWNLOADING);
    long revision = rig.update(update.id()).course().revision();
    assertThat(rig.on(artifact("GET", "gateway 2.0.0.swu")).status()).isEqualTo(302);
    assertThat(rig.update(update.id()).course().revision()).isEqualTo(revision);
  }

  @Test
  void checksumIsAsMd5sumWritesIt() {
    rig.released();
    ApiAnswer answer = rig.on(artifact("GET", "gateway 2.0.0.swu.MD5SUM"));
    assertThat(answer.body()).isEqualTo("1".repeat(32) + "  gateway 2.0.0.swu");
  }

  @Test
  void onlyWhatIsForTheDeviceIsFetched() {
    rig.poll();
    assertThat(rig.on(artifact("GET", "gateway 2.0.0.swu")).status()).isEqualTo(404);
    rig.released();
    assertThat(rig.on(artifact("GET", "other.swu")).status()).isEqualTo(404);
    rig.feedback(rig.action(), "closed", "success");
    assertThat(rig.on(artifact("GET", "gateway 2.0.0.swu")).status()).isEqualTo(404);
  }

  @Test
  void unconfirmedUpdateIsOnlyToBeConfirmed() {
    Update update = rig.released(false, null, ASKED);
    String action = rig.action();
    assertThat(rig.link("deploymentBase")).isEmpty();
    assertThat(rig.deployment(action).status()).isEqualTo(404);
    ApiAnswer shown =
        rig.on(rig.call("GET", "/confirmationBase/{action_id}").path("action_id", action));
    assertThat(shown.text("/confirmation/chunks/0/version")).isEqualTo("2.0.0");
    assertThat(confirm(action, "denied").status()).isEqualTo(200);
    assertThat(rig.link("confirmationBase")).isNotEmpty();
    assertThat(confirm(action, "confirmed").status()).isEqualTo(200);
    assertThat(rig.update(update.id()).status()).isEqualTo(UpdateStatus.IN_PROGRESS);
    assertThat(rig.deployment(action).status()).isEqualTo(200);
    assertThat(confirm(action, "confirmed").status()).isEqualTo(410);
    assertThat(confirm(action, "maybe").status()).isEqualTo(400);
    assertThat(confirm("5", "confirmed").status()).isEqualTo(404);
  }

  private ApiAnswer confirm(String action, String decision) {
    return rig.said(
        "confirmationBase",
        action,
        "{\"confirmation\": \"%s\", \"details\": [\"by jo\"]}".formatted(decision));
  }

  @Test
  void confirmedInAdvanceNothingIsAsked() {
    rig.released(false, null, ASKED);
    ApiAnswer before = rig.on(rig.call("GET", "/confirmationBase"));
    assertThat(before.json().at("/autoConfirm/active").asBoolean()).isFalse();
    assertThat(before.text("/_links/confirmationBase/href")).isNotEmpty();
    rig.on(
        rig.call("POST", "/confirmationBase/activateAutoConfirm")
            .json(Map.of("initiator", "jo", "remark", "night shift")));
    ApiAnswer after = rig.on(rig.call("GET", "/confirmationBase"));
    assertThat(after.json().at("/autoConfirm/active").asBoolean()).isTrue();
    assertThat(after.text("/autoConfirm/initiator")).isEqualTo("jo");
    assertThat(rig.link("deploymentBase")).isNotEmpty();
    assertThat(rig.on(rig.call("POST", "/confirmationBase/deactivateAutoConfirm")).status())
        .isEqualTo(200);
    assertThat(rig.link("confirmationBase")).isNotEmpty();
  }
}
