package io.updraft.device.ddi;

import static io.updraft.device.ddi.DdiRig.DEVICE;
import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.SUNDAY_NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.InstallMode;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiDocument;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DynamoDbServer.class)
class PollTest {
  private static final Discretion SOFT = new Discretion(InstallMode.SOFT, null, false);

  private final DdiRig rig;

  PollTest(TestDatabase database) {
    this.rig = new DdiRig(database);
  }

  @BeforeEach
  void reset() {
    rig.reset();
  }

  /** A device that has told its attributes. */
  private void described(Map<String, String> attributes) {
    if (rig.stores.stores().devices().find("acme", DEVICE).isEmpty()) {
      rig.poll();
    }
    rig.on(rig.call("PUT", "/configData").json(Map.of("data", attributes)));
  }

  private ApiAnswer deployment() {
    return rig.deployment(rig.action());
  }

  @Test
  void idlePollIsOneEventualReadAndTheSmallestAnswer() {
    described(Map.of("cell", "7"));
    rig.stores.consumed().reset();
    ApiAnswer answer = rig.poll();
    assertThat(answer.body())
        .matches("\\{\"config\":\\{\"polling\":\\{\"sleep\":\"00:0[45]:\\d\\d\"}}}");
    assertThat(rig.stores.consumed().readUnits()).isEqualTo(0.5);
    assertThat(rig.stores.consumed().writeUnits()).isZero();
  }

  @Test
  void pollWithAnUpdateIsThreeEventualReads() {
    described(Map.of("cell", "7"));
    rig.released();
    rig.stores.consumed().reset();
    assertThat(rig.poll().text("/_links/deploymentBase/href")).isNotEmpty();
    assertThat(rig.stores.consumed().readUnits()).isEqualTo(1.5);
    assertThat(rig.stores.consumed().writeUnits()).isZero();
  }

  @Test
  void firstContactRegistersAndAsksForAttributes() {
    ApiAnswer answer = rig.poll();
    assertThat(answer.text("/_links/configData/href"))
        .isEqualTo("https://updraft.example/acme/controller/v1/pump-1/configData");
    assertThat(rig.stores.stores().devices().find("acme", DEVICE)).isPresent();
  }

  @Test
  void sameAnswerAgainIsNotModified() {
    described(Map.of("cell", "7"));
    String tag = rig.poll().headers().getOrDefault("etag", "none");
    ApiAnswer again = rig.on(rig.call("GET", "").header("if-none-match", tag));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    rig.released();
    assertThat(rig.on(rig.call("GET", "").header("if-none-match", tag)).status()).isEqualTo(200);
  }

  @Test
  void deviceWithAnUpdateComesBackSoon() {
    described(Map.of("cell", "7"));
    rig.released();
    assertThat(rig.poll().text("/config/polling/sleep")).matches("00:00:(2[7-9]|3[0-3])");
  }

  @Test
  void organizationSaysHowOftenItsDevicesAsk() {
    ApiAnswer answer =
        rig.onAs(
            rig.call("GET", "")
                .by(
                    Map.of(
                        "valid", "true",
                        "organization", "acme",
                        "user", "maker",
                        "roles", "device",
                        "device", DEVICE,
                        "scopes", "",
                        "expires_at", "4102444800",
                        "poll_interval", "3600")));
    assertThat(answer.text("/config/polling/sleep")).matches("(00:5[4-9]|01:0[0-6]):\\d\\d");
  }

  @Test
  void showsTheUpdateAsClientsReadIt() {
    Update update = rig.released();
    String action = rig.action();
    ApiAnswer answer = rig.deployment(action);
    assertThat(answer.json().path("id").isTextual()).isTrue();
    assertThat(Integer.parseInt(answer.text("id"))).isPositive();
    assertThat(answer.text("/deployment/update")).isEqualTo("forced");
    assertThat(answer.text("/deployment/chunks/0/version")).isEqualTo("2.0.0");
    assertThat(answer.text("/deployment/chunks/0/artifacts/0/hashes/sha1"))
        .isEqualTo("2".repeat(40));
    assertThat(answer.json().at("/deployment/chunks/0/artifacts/0/size").isIntegralNumber())
        .isTrue();
    assertThat(answer.text("/deployment/chunks/0/artifacts/0/_links/download/href"))
        .isEqualTo(
            "https://updraft.example/acme/controller/v1/pump-1/softwaremodules/%s/artifacts/%s"
                .formatted(FIRMWARE, "gateway%202.0.0.swu"));
    assertThat(ApiDocument.complaints("GET " + DdiRig.BASE + "/deploymentBase/{action_id}", answer))
        .isEmpty();
    assertThat(rig.update(update.id()).status()).isEqualTo(UpdateStatus.SCHEDULED);
  }

  @Test
  void answersInHalWhereTheClientWantsIt() {
    assertThat(rig.on(rig.call("GET", "").header("accept", "application/hal+json")).headers())
        .containsEntry("content-type", "application/hal+json");
  }

  @ParameterizedTest
  @CsvSource({"http, http://proxy.example", "https, https://proxy.example"})
  void linksGoWhereAProxySays(String protocol, String root) {
    ApiAnswer answer =
        rig.on(
            rig.call("GET", "")
                .header("x-forwarded-proto", protocol)
                .header("x-forwarded-host", "proxy.example, inner.example"));
    assertThat(answer.text("/_links/configData/href")).startsWith(root + "/acme/");
  }

  @Test
  void configuredAddressComesBeforeAllHeaders() {
    rig.reachedAt("https://devices.example/");
    ApiAnswer answer = rig.on(rig.call("GET", "").header("x-forwarded-host", "proxy.example"));
    assertThat(answer.text("/_links/configData/href"))
        .startsWith("https://devices.example/acme/controller");
  }

  @ParameterizedTest
  @CsvSource({"evil.example/path", "'a b'", "'<script>'"})
  void hostThatIsNoneIsNotUsed(String host) {
    ApiAnswer answer = rig.on(rig.call("GET", "").header("x-forwarded-host", host));
    assertThat(answer.text("/_links/configData/href")).startsWith("https://localhost/acme/");
  }

  @Test
  void softUpdatesAreAttempted() {
    rig.released(false, null, SOFT);
    assertThat(deployment().text("/deployment/download")).isEqualTo("attempt");
    assertThat(deployment().text("/deployment/update")).isEqualTo("attempt");
  }

  @Test
  void timeForcedUpdatesAreForcedFromTheirTimeOn() {
    rig.released(false, null, new Discretion(InstallMode.TIME_FORCED, NOW.plusSeconds(60), false));
    assertThat(deployment().text("/deployment/update")).isEqualTo("attempt");
    rig.clock.set(NOW.plusSeconds(60));
    assertThat(deployment().text("/deployment/update")).isEqualTo("forced");
  }

  @Test
  void whatItsWindowHoldsBackIsNotShown() {
    rig.released(false, SUNDAY_NIGHT, Discretion.NONE);
    assertThat(rig.action()).isEmpty();
  }

  @Test
  void clientThatUnderstandsSkipFetchesBeforeTheWindow() {
    described(Map.of("understands_skip", "true"));
    rig.released(false, SUNDAY_NIGHT, Discretion.NONE);
    ApiAnswer answer = deployment();
    assertThat(answer.text("/deployment/download")).isEqualTo("forced");
    assertThat(answer.text("/deployment/update")).isEqualTo("skip");
    assertThat(answer.text("/deployment/maintenanceWindow")).isEqualTo("unavailable");
  }

  @Test
  void windowThatIsOpenIsAvailable() {
    rig.released(false, SUNDAY_NIGHT, Discretion.NONE);
    rig.clock.set(Instant.parse("2026-02-01T23:00:00Z"));
    assertThat(deployment().text("/deployment/maintenanceWindow")).isEqualTo("available");
    assertThat(deployment().text("/deployment/update")).isEqualTo("forced");
  }

  @Test
  void switchThatIsHeldIsNotShownToWhoWouldSwitch() {
    rig.released(true, null, Discretion.NONE);
    rig.stores.clearance(FIRMWARE, CAMPAIGN, CampaignGate.HOLD);
    assertThat(rig.action()).isEmpty();
    rig.stores.clearance(FIRMWARE, CAMPAIGN, CampaignGate.OPEN);
    assertThat(deployment().text("/deployment/update")).isEqualTo("forced");
  }

  @Test
  void clientThatUnderstandsSkipFetchesAndWaitsForTheSwitch() {
    described(Map.of("understands_skip", "true"));
    Update update = rig.released(true, null, Discretion.NONE);
    rig.stores.clearance(FIRMWARE, CAMPAIGN, CampaignGate.HOLD);
    String action = rig.action();
    assertThat(deployment().text("/deployment/update")).isEqualTo("skip");
    rig.feedback(action, "downloaded", "none");
    assertThat(rig.update(update.id()).installed()).isTrue();
    rig.stores.clearance(FIRMWARE, CAMPAIGN, CampaignGate.OPEN);
    assertThat(deployment().text("/deployment/update")).isEqualTo("forced");
    rig.feedback(action, "closed", "success");
    assertThat(rig.update(update.id()).status()).isEqualTo(UpdateStatus.COMPLETED);
  }

  @Test
  void pausedCampaignShowsNothing() {
    rig.released();
    rig.stores.clearance(FIRMWARE, CAMPAIGN, CampaignGate.PAUSED);
    assertThat(rig.action()).isEmpty();
  }

  @Test
  void installedOneIsShownAfterwardsWithoutAnythingToDo() {
    Update update = rig.released();
    String action = rig.action();
    rig.feedback(action, "closed", "success");
    ApiAnswer poll = rig.poll();
    assertThat(poll.text("/_links/deploymentBase/href")).isEmpty();
    assertThat(poll.text("/_links/installedBase/href")).endsWith("/installedBase/" + action);
    assertThat(poll.text("/_links/configData/href")).isNotEmpty();
    ApiAnswer installed =
        rig.on(rig.call("GET", "/installedBase/{action_id}").path("action_id", action));
    assertThat(installed.text("/deployment/chunks/0/version")).isEqualTo("2.0.0");
    assertThat(rig.stores.stores().devices().find("acme", DEVICE).map(Device::dialogue))
        .hasValueSatisfying(d -> assertThat(d.installed()).isEqualTo(update.id()));
  }

  @Test
  void everyAnswerIsAsDocumented() {
    rig.released();
    for (String path : List.of("", "/confirmationBase")) {
      ApiAnswer answer = rig.on(rig.call("GET", path));
      assertThat(ApiDocument.complaints("GET " + DdiRig.BASE + path, answer)).isEmpty();
    }
    ApiAnswer artifacts =
        rig.on(
            rig.call("GET", "/softwaremodules/{module_id}/artifacts").path("module_id", FIRMWARE));
    assertThat(artifacts.text("/0/filename")).isEqualTo("gateway 2.0.0.swu");
  }
}
