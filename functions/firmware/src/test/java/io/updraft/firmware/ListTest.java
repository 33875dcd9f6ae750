package io.updraft.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.dynamodb.Dynamo;
import io.updraft.firmware.published.FirmwareFigures.Contribution;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.firmware.rig.Call;
import io.updraft.firmware.rig.Call.Answer;
import io.updraft.firmware.rig.ObjectStore;
import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class ListTest {
  private static ObjectStore store;
  private final TestDatabase database;
  private final Rig rig;

  ListTest(TestDatabase database) {
    this.database = database;
    this.rig = new Rig(database, store, Map.of());
  }

  @BeforeAll
  static void start() {
    store = ObjectStore.start();
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @BeforeEach
  void begin() {
    database.clear();
    for (int i = 0; i < 5; i++) {
      Map<String, Object> declared = Samples.declaration("1.0." + i, new byte[100]);
      declared.put("is_beta", i % 2 == 0);
      Call.of("POST /api/v1/ota/firmware").json(declared).to(rig.upload);
    }
  }

  @Test
  void goesOnFromPageToPage() {
    List<String> seen = new ArrayList<>();
    Answer page = list().query("limit", "2").to(rig.query);
    seen.addAll(versions(page));
    while (!page.body().path("next_cursor").isNull()) {
      page = list().query("limit", "2").query("cursor", page.text("next_cursor")).to(rig.query);
      seen.addAll(versions(page));
    }
    assertThat(seen).containsExactlyInAnyOrder("1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.4");
  }

  @Test
  void filtersAndSkips() {
    Answer beta = list().query("is_beta", "true").query("offset", "1").to(rig.query);

    assertThat(beta.body().path("count").asInt()).isEqualTo(2);
    assertThat(beta.body().path("next_cursor").isNull()).isTrue();
    assertThat(beta.body().at("/filters/is_beta").asText()).isEqualTo("true");
    assertThat(versions(list().query("status", "available").to(rig.query))).isEmpty();
    assertThat(versions(list().query("status", "pending_upload").to(rig.query))).hasSize(5);
    assertThat(versions(list().query("device_model", "GW-3").to(rig.query))).isEmpty();
    assertThat(list().query("status", "fine").query("is_beta", "x").to(rig.query).wrongFields())
        .containsExactlyInAnyOrder("status", "is_beta");
  }

  @Test
  void showsNothingOfAnotherOrganizationNorTakesItsCursor() {
    Answer own = list().query("limit", "1").to(rig.query);

    assertThat(versions(list().from("rival").to(rig.query))).isEmpty();
    assertThat(list().from("rival").query("cursor", own.text("next_cursor")).to(rig.query).status())
        .isEqualTo(400);
  }

  @Test
  void addsUpTheLastOfEachSource() {
    String id = list().to(rig.query).body().at("/firmware/0/firmware_id").asText();
    var figures =
        PublishedFirmware.of(new Dynamo(database.client()), database.table("FirmwareTable"))
            .figures();
    figures.record(new Contribution("acme", id, "cmp_1", 2, 10, 6, 2));
    figures.record(new Contribution("acme", id, "cmp_1", 1, 90, 90, 90));
    figures.record(new Contribution("acme", id, "single", 1, 1, 0, 0));
    figures.record(new Contribution("acme", id, "cmp_1", 3, 12, 9, 3));
    figures.record(new Contribution("acme", id, "cmp_1", 3, 12, 9, 3));

    JsonNode firmware = list().to(rig.query).body().at("/firmware/0");

    assertThat(firmware.path("download_count").asInt()).isEqualTo(13);
    assertThat(firmware.path("success_rate").asDouble()).isEqualTo(0.75);
  }

  private static Call list() {
    return Call.of("GET /api/v1/ota/firmware").as("viewer");
  }

  private static List<String> versions(Answer answer) {
    return answer.body().path("firmware").findValuesAsText("version");
  }
}
