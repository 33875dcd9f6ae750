package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static io.updraft.campaign.memory.Examples.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.campaign.advance.AdvanceCampaignHandler;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.device.DeviceRegistryFunction;
import io.updraft.device.UpdateCommandsFunction;
import io.updraft.lambda.Environment;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.ConsumedCapacity.Operation;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A preview over a fleet in real tables, which the functions themselves have filled. */
@ExtendWith(DynamoDbServer.class)
class CampaignPreviewTablesTest {
  private static final String PREVIEW = "POST /api/v1/ota/campaigns/preview";
  private static final String CAMPAIGN = "/api/v1/ota/campaigns/{campaign_id}";
  private static final String DEVICE = "PUT /api/v1/devices/{device_id}";
  private static final String UPDATE = "POST /api/v1/ota/devices/{device_id}/update";
  private static final String NORTH = "'target_groups':['north']";
  private static final String ALL =
      "'target_devices':['pump-1','pump-3','gone-1','gone-2','foreign','twin'],"
          + "'target_groups':['north','south'],"
          + "'target_filters':{'model':'pump','owner':'olga'}";

  private final TestDatabase database;
  private CampaignStores stores;

  CampaignPreviewTablesTest(TestDatabase database) {
    this.database = database;
    this.stores = new DynamoWorld(database).stores();
  }

  @BeforeEach
  void aFleet() {
    stores = new DynamoWorld(database).stores();
    device("pump-1", "'model':'pump','hardware_version':'1.0.0','groups':['north']");
    device("pump-2", "'model':'pump','hardware_version':'3.0.0','groups':['south','north']");
    device("pump-3", "'model':'pump','hardware_version':'2.1.0','owner':'olga'");
    device("pump-4", "'model':'pump','hardware_version':'2.1.0','owner':'olga'");
    device("unasked", "'model':'pump','hardware_version':'2.1.0','owner':'bert'");
    device("early", "'model':'pump','hardware_version':'0.9.9','groups':['north']");
    device("late", "'model':'pump','hardware_version':'3.0.1','owner':'olga'");
    device("bare", "'model':'pump','groups':['south']");
    device("blank", "'groups':['south']");
    device("valve", "'model':'valve','hardware_version':'2.0.0','groups':['north']");
    device("twin", "'model':'valve','hardware_version':'2.0.0'");
    device(
        "done",
        "'model':'pump','hardware_version':'2.0.0','firmware_version':'2.0.0','groups':['north']");
    device("busy", "'model':'pump','hardware_version':'2.0.0','groups':['north']");
    device("other", "foreign", "'model':'pump','hardware_version':'2.0.0','groups':['north']");
    device("other", "twin", "'model':'pump','hardware_version':'2.0.0','groups':['north']");
    updated("busy");
  }

  private void device(String id, String fields) {
    device(ORGANIZATION, id, fields);
  }

  private void device(String organization, String id, String fields) {
    ApiAnswer answer =
        ApiCall.of(DEVICE)
            .as(organization, "olga", "operator")
            .path("device_id", id)
            .json(quoted("{" + fields + "}"))
            .on(wired("DeviceRegistry", DeviceRegistryFunction::new));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }

  private void updated(String id) {
    ApiAnswer answer =
        call(UPDATE)
            .path("device_id", id)
            .json(Map.of("firmware_id", FIRMWARE_ID))
            .on(wired("UpdateCommands", UpdateCommandsFunction::new));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }

  /** A function as the template wires it. */
  private <T> T wired(String id, Supplier<T> function) {
    Map<String, String> environment = new HashMap<>(database.environment(id));
    environment.putAll(database.access());
    return Environment.supply(environment, function::get);
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static String plan(String more) {
    return quoted("{'name':'n','firmware_id':'%s',%s}".formatted(FIRMWARE_ID, more));
  }

  private JsonNode preview(String more) {
    return preview(
        more,
        new CampaignPreviewFunction(
            stores.firmware().catalogue(), stores.devices().directory(), stores.clock()));
  }

  private static JsonNode preview(String more, RequestStreamHandler function) {
    ApiAnswer answer = call(PREVIEW).json(plan(more)).on(function);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("device_ids").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private static Map<String, Integer> leftOut(JsonNode answer) {
    Map<String, Integer> leftOut = new HashMap<>();
    answer
        .path("left_out")
        .properties()
        .forEach(e -> leftOut.put(e.getKey(), e.getValue().asInt()));
    return leftOut;
  }

  @Test
  void tellsWhoWouldBeReachedAndWhyOthersWouldNot() {
    JsonNode answer = preview(ALL);

    assertThat(ids(answer)).containsExactlyInAnyOrder("pump-1", "pump-2", "pump-3", "pump-4");
    assertThat(answer.path("targets").asInt()).isEqualTo(4);
    assertThat(answer.path("estimated_targets").asInt()).isEqualTo(4);
    assertThat(answer.path("complete").asBoolean()).isTrue();
    assertThat(leftOut(answer))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "unknown_device", 3, // Two that nobody knows, and one of another organization.
                "other_model", 2, // The twin is a pump elsewhere, and a valve here.
                "hardware_out_of_range", 2,
                "unknown_hardware_version", 1,
                "unknown_model", 1,
                "same_version", 1,
                "update_in_progress", 1));
    // All 13 of this organization, one of them in vain, and three that are not there.
    assertThat(answer.path("examined").asInt()).isEqualTo(16);
  }

  @Test
  void takesMoreByForceAndFewerByPercentage() {
    JsonNode forced = preview(ALL + ",'force_update':true");
    assertThat(ids(forced)).contains("bare", "blank", "done").hasSize(7);
    assertThat(leftOut(forced))
        .containsOnlyKeys(
            "unknown_device", "other_model", "hardware_out_of_range", "update_in_progress");

    JsonNode half = preview(ALL + ",'rollout_percentage':50");
    int beyond = leftOut(half).getOrDefault("beyond_percentage", 0);
    assertThat(half.path("targets").asInt() + beyond).isEqualTo(4);
  }

  @Test
  void writesNothingAndReadsWhatItExaminesWithoutAScan() {
    var before = database.contents();
    assertThat(before).containsKeys("DevicesTable", "FirmwareTable", "UpdatesTable");
    database.consumed().reset();

    int examined = preview(ALL).path("examined").asInt();

    assertThat(database.consumed().operations())
        .extracting(Operation::name)
        .isSubsetOf("GetItem", "BatchGetItem", "Query");
    assertThat(database.consumed().writeUnits()).isZero();
    assertThat(unitsOf("BatchGetItem")).as("a unit for each device").isEqualTo(examined);
    assertThat(database.contents()).isEqualTo(before);
    assertThat(preview(ALL, wired("CampaignPreview", CampaignPreviewFunction::new)))
        .isEqualTo(preview(ALL));
    assertThat(database.contents()).isEqualTo(before);
  }

  private double unitsOf(String operation) {
    return database.consumed().operations().stream()
        .filter(o -> o.name().equals(operation))
        .mapToDouble(Operation::readUnits)
        .sum();
  }

  @Test
  void showsAnotherOrganizationOnlyItsOwn() {
    ApiAnswer answer =
        ApiCall.of(PREVIEW)
            .as("other", "olga", "operator")
            .json(plan(NORTH))
            .on(wired("CampaignPreview", CampaignPreviewFunction::new));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields()).containsExactly("firmware_id");
  }

  @Test
  void agreesWithTheCampaign() {
    JsonNode previewed = preview(NORTH);
    RequestStreamHandler commands = wired("CampaignCommands", CampaignCommandsFunction::new);
    String id =
        call("POST /api/v1/ota/campaigns").json(plan(NORTH)).on(commands).text("campaign_id");
    call("POST " + CAMPAIGN + "/start").path("campaign_id", id).on(commands);
    advance(id);

    JsonNode shown =
        call("GET " + CAMPAIGN)
            .path("campaign_id", id)
            .on(wired("CampaignQuery", CampaignQueryFunction::new))
            .json();

    assertThat(shown.path("targets_resolved").asBoolean()).isTrue();
    assertThat(leftOut(shown)).isEqualTo(leftOut(previewed)).hasSize(4);
    assertThat(shown.path("total_devices")).isEqualTo(previewed.path("targets"));
  }

  private void advance(String campaignId) {
    DynamodbStreamRecord item = new DynamodbStreamRecord();
    item.setDynamodb(
        new StreamRecord()
            .withSequenceNumber("1")
            .withKeys(Map.of("pk", new AttributeValue(ORGANIZATION + "#" + campaignId))));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(item));
    wired("CampaignAdvance", AdvanceCampaignHandler::new).handleRequest(event, new TestContext());
  }
}
