package io.updraft.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class LifecycleTest {
  private static final byte[] BYTES = Samples.bytes(1, 1000);

  private static ObjectStore store;
  private final Rig rig;
  private final Dynamo dynamo;
  private final PublishedFirmware published;

  LifecycleTest(TestDatabase database) {
    this.rig = new Rig(database, store, Map.of());
    this.dynamo = new Dynamo(database.client());
    this.published = PublishedFirmware.of(dynamo, database.table("FirmwareTable"));
  }

  @BeforeAll
  static void start() {
    store = ObjectStore.start();
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void deprecatesAndRestores() {
    String id = available("1.0.0");

    assertThat(command(id, "deprecate").text("status")).isEqualTo("deprecated");
    assertThat(clearance(id).firmware().status()).isEqualTo(FirmwareStatus.DEPRECATED);
    assertThat(command(id, "restore").text("status")).isEqualTo("available");
    assertThat(clearance(id).firmware().status()).isEqualTo(FirmwareStatus.AVAILABLE);
    assertThat(rig.eventTypes(id))
        .containsExactly("firmware.uploaded", "firmware.deprecated", "firmware.restored");
  }

  @Test
  void recallsForGood() {
    String id = available("1.1.0");
    dynamo.write(published.clearances().campaignMoved("acme", id, "cmp_1", CampaignGate.OPEN));

    ApiAnswer recalled = recall(id, "bricks the radio");

    assertThat(recalled.text("status")).isEqualTo("recalled");
    assertThat(recalled.text("reason")).isEqualTo("bricks the radio");
    assertThat(clearance(id).recalled()).isTrue();
    assertThat(clearance(id).gate("cmp_1")).contains(CampaignGate.OPEN);
    ApiAnswer restored = command(id, "restore");
    assertThat(restored.status()).isEqualTo(409);
    assertThat(restored.text("code")).isEqualTo("INVALID_STATE_TRANSITION");
    assertThat(restored.text("current_state")).isEqualTo("recalled");
    assertThat(restored.text("target_state")).isEqualTo("available");
    assertThat(rig.eventTypes(id)).containsExactly("firmware.uploaded", "firmware.recalled");
  }

  @Test
  void opensNoGateOfRecalledFirmwareButClosesThem() {
    String id = available("1.2.0");
    dynamo.write(published.clearances().campaignMoved("acme", id, "cmp_1", CampaignGate.OPEN));
    recall(id, "bad");

    assertThat(
            dynamo.write(
                published.clearances().campaignMoved("acme", id, "cmp_2", CampaignGate.OPEN)))
        .isInstanceOf(Commit.Refused.class);
    dynamo.write(published.clearances().campaignMoved("acme", id, "cmp_1", CampaignGate.PAUSED));
    assertThat(clearance(id).gate("cmp_1")).contains(CampaignGate.PAUSED);
    dynamo.write(published.clearances().campaignEnded("acme", id, "cmp_1"));
    assertThat(clearance(id).campaigns()).isEmpty();
  }

  @Test
  void needsAReasonToRecall() {
    String id = available("1.3.0");
    ApiAnswer answer =
        Rig.call("POST /api/v1/ota/firmware/{firmware_id}/recall")
            .path("firmware_id", id)
            .json(Map.of("reason", "  "))
            .on(rig.lifecycle);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields()).containsExactly("reason");
    assertThat(clearance(id).recalled()).isFalse();
  }

  @Test
  void deletesMetadataAndBytesAndGoesOnCounting() {
    String id = available("2.0.0");

    ApiAnswer deleted = delete(id);

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.text("status")).isEqualTo("deleted");
    assertThat(store.keys()).noneMatch(key -> key.contains(id));
    assertThat(published.clearances().read("acme", id)).isEmpty();
    assertThat(published.catalogue().find("acme", id)).isEmpty();
    assertThat(get(id, "acme").status()).isEqualTo(404);
    assertThat(delete(id).status()).isEqualTo(404);
    assertThat(available("2.0.0")).isEqualTo(id);
    assertThat(rig.events(id).stream().map(e -> e.sequence().orElseThrow()))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void deprecatesWhatIsReferredToInsteadOfDeleting() {
    String id = available("2.1.0");
    dynamo.write(published.catalogue().refer("acme", id));

    assertThat(published.catalogue().find("acme", id).orElseThrow().referred()).isTrue();
    assertThat(delete(id).text("status")).isEqualTo("deprecated");
    assertThat(delete(id).text("status")).isEqualTo("deprecated");
    assertThat(get(id, "acme").text("status")).isEqualTo("deprecated");
    assertThat(dynamo.write(published.catalogue().refer("acme", id)))
        .isInstanceOf(Commit.Refused.class);
    assertThat(rig.eventTypes(id)).containsExactly("firmware.uploaded", "firmware.deprecated");
  }

  @Test
  void deletesAnUploadThatIsPending() {
    ApiAnswer begun =
        Rig.call("POST /api/v1/ota/firmware")
            .json(Samples.declaration("2.2.0", BYTES))
            .on(rig.upload);
    String id = begun.text("firmware_id");
    rig.put(begun.json().at("/upload/url").asText(), BYTES);

    assertThat(delete(id).text("status")).isEqualTo("deleted");

    assertThat(store.keys()).noneMatch(key -> key.startsWith("incoming/"));
    assertThat(get(id, "acme").status()).isEqualTo(404);
  }

  @Test
  void hidesTheFirmwareOfAnotherOrganization() {
    String id = available("3.0.0");

    assertThat(get(id, "rival").status()).isEqualTo(404);
    ApiAnswer foreign =
        Rig.call("POST /api/v1/ota/firmware/{firmware_id}/deprecate")
            .as("rival", "rita", "firmware_manager")
            .path("firmware_id", id)
            .on(rig.lifecycle);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(get(id, "acme").text("status")).isEqualTo("available");
  }

  private String available(String version) {
    ApiAnswer answer =
        Rig.call("POST /api/v1/ota/firmware")
            .multipart(Samples.declaration(version, BYTES), "gateway.bin", BYTES)
            .on(rig.upload);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("firmware_id");
  }

  private ApiAnswer command(String id, String command) {
    return Rig.call("POST /api/v1/ota/firmware/{firmware_id}/" + command)
        .path("firmware_id", id)
        .on(rig.lifecycle);
  }

  private ApiAnswer recall(String id, String reason) {
    return Rig.call("POST /api/v1/ota/firmware/{firmware_id}/recall")
        .path("firmware_id", id)
        .json(Map.of("reason", reason))
        .on(rig.lifecycle);
  }

  private ApiAnswer delete(String id) {
    return Rig.call("DELETE /api/v1/ota/firmware/{firmware_id}")
        .path("firmware_id", id)
        .on(rig.lifecycle);
  }

  private ApiAnswer get(String id, String organization) {
    return Rig.call("GET /api/v1/ota/firmware/{firmware_id}")
        .as(organization, "fiona", "viewer")
        .path("firmware_id", id)
        .on(rig.query);
  }

  private Clearance clearance(String id) {
    return published.clearances().read("acme", id).orElseThrow();
  }
}
