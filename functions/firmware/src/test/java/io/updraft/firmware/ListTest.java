package io.updraft.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.dynamodb.Dynamo;
import io.updraft.firmware.published.FirmwareFigures.Contribution;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.ObjectStore;
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
      Rig.call("POST /api/v1/ota/firmware").json(declared).on(rig.upload);
    }
  }

  @Test
  void goesOnFromPageToPage() {
    List<String> seen = new ArrayList<>();
    ApiAnswer page = list().query("limit", "2").on(rig.query);
    seen.addAll(versions(page));
    while (!page.json().path("next_cursor").isNull()) {
      page = list().query("limit", "2").query("cursor", page.text("next_cursor")).on(rig.query);
      seen.addAll(versions(page));
    }
    assertThat(seen).containsExactlyInAnyOrder("1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.4");
  }

  @Test
  void filtersAndSkips() {
    ApiAnswer beta = list().query("is_beta", "true").query("offset", "1").on(rig.query);

    assertThat(beta.json().path("count").asInt()).isEqualTo(2);
    assertThat(beta.json().path("next_cursor").isNull()).isTrue();
    assertThat(beta.json().at("/filters/is_beta").asText()).isEqualTo("true");
    assertThat(versions(list().query("status", "available").on(rig.query))).isEmpty();
    assertThat(versions(list().query("status", "pending_upload").on(rig.query))).hasSize(5);
    assertThat(versions(list().query("device_model", "GW-3").on(rig.query))).isEmpty();
    assertThat(list().query("status", "fine").query("is_beta", "x").on(rig.query).wrongFields())
        .containsExactlyInAnyOrder("status", "is_beta");
  }

  @Test
  void showsNothingOfAnotherOrganizationNorTakesItsCursor() {
    ApiAnswer own = list().query("limit", "1").on(rig.query);

    assertThat(versions(list().as("rival", "rita", "viewer").on(rig.query))).isEmpty();
    assertThat(
            list()
                .as("rival", "rita", "viewer")
                .query("cursor", own.text("next_cursor"))
                .on(rig.query)
                .status())
        .isEqualTo(400);
  }

  @Test
  void addsUpTheLastOfEachSource() {
    String id = list().on(rig.query).json().at("/firmware/0/firmware_id").asText();
    var figures =
        PublishedFirmware.of(new Dynamo(database.client()), database.table("FirmwareTable"))
            .figures();
    figures.record(new Contribution("acme", id, "cmp_1", 2, 10, 6, 2));
    figures.record(new Contribution("acme", id, "cmp_1", 1, 90, 90, 90));
    figures.record(new Contribution("acme", id, "single", 1, 1, 0, 0));
    figures.record(new Contribution("acme", id, "cmp_1", 3, 12, 9, 3));
    figures.record(new Contribution("acme", id, "cmp_1", 3, 12, 9, 3));

    JsonNode firmware = list().on(rig.query).json().at("/firmware/0");

    assertThat(firmware.path("download_count").asInt()).isEqualTo(13);
    assertThat(firmware.path("success_rate").asDouble()).isEqualTo(0.75);
  }

  private static ApiCall list() {
    return Rig.call("GET /api/v1/ota/firmware").as("acme", "fiona", "viewer");
  }

  private static List<String> versions(ApiAnswer answer) {
    return answer.json().path("firmware").findValuesAsText("version");
  }
}
