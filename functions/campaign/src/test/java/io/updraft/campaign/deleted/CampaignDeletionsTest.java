package io.updraft.campaign.deleted;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.campaign.StoredCommands;
import io.updraft.campaign.advance.AdvanceCampaignHandler;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.deleted.DeviceDeletionsHandler;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.Tally;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Item;
import io.updraft.events.Event;
import io.updraft.lambda.Environment;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class CampaignDeletionsTest {
  private static final String DONE = "{\"outcome\":\"done\"}";
  private static final List<String> DEVICES = List.of("d1", "d2", "d3");

  private final TestDatabase database;
  private DynamoWorld world;
  private CampaignStores stores;
  private RequestStreamHandler handler;

  CampaignDeletionsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() {
    world = new DynamoWorld(database);
    stores = world.stores();
    handler = new CampaignDeletionsHandler(stores, 10);
    world.devicesRunning(DEVICES, "1.0.0");
  }

  @Test
  void runningCampaignEndsWithoutTheDevice() {
    String id = create(1);
    start(id);
    advance(id);
    Instant deletion = later();

    deleteEverywhere("d2", deletion);
    advance(id);
    deleteEverywhere("d2", deletion);
    finish(id);
    deleteEverywhere("d2", deletion);
    finish(id);

    assertThat(campaign(id).status()).isEqualTo(CampaignStatus.COMPLETED);
    Tally tally = tally(id);
    assertThat(tally.total()).isEqualTo(3);
    assertThat(tally.completed()).isEqualTo(2);
    assertThat(tally.cancelled()).isEqualTo(1);
    assertThat(announced("update.cancelled")).isEqualTo(1);
  }

  @Test
  void deviceIsNoTargetOfACampaignThatStartsLater() {
    String id = create(3);
    Instant deletion = later();

    for (int time = 0; time < 3; time++) {
      assertThat(deleted("d2", deletion)).isEqualTo(DONE);
    }
    start(id);
    finish(id);

    assertThat(named(id)).containsExactly("d1", "d3");
    assertThat(tally(id).total()).isEqualTo(2);
    assertThat(campaign(id).status()).isEqualTo(CampaignStatus.COMPLETED);
    assertThat(whatHappened(id)).containsOnlyOnce("device_deleted");
  }

  @Test
  void severalDevicesGoInOneMillisecond() {
    String id = create(3);
    Instant deletion = later();

    deleted("d1", deletion);
    deleted("d3", deletion);

    assertThat(named(id)).containsExactly("d2");
    assertThat(whatHappened(id)).filteredOn("device_deleted"::equals).hasSize(2);
  }

  @Test
  void campaignThatIsYoungerThanTheDeletionMeansAnotherDevice() {
    String id = create(3);

    assertThat(deleted("d2", campaign(id).createdAt())).isEqualTo(DONE);

    assertThat(named(id)).containsExactlyElementsOf(DEVICES);
  }

  @Test
  void campaignThatHasEndedKeepsItsPlan() {
    String id = create(3);
    command(id, "cancel");

    deleted("d2", later());

    assertThat(named(id)).containsExactlyElementsOf(DEVICES);
  }

  @Test
  void forgetsADeletedUser() {
    String id = create(3);
    start(id);

    assertThat(userDeleted(OLGA.user())).isEqualTo(DONE);
    assertThat(userDeleted(OLGA.user())).isEqualTo(DONE);

    Campaign campaign = campaign(id);
    assertThat(List.of(campaign.createdBy(), campaign.editedBy())).containsOnly(Event.DELETED_USER);
    assertThat(database.contents().getOrDefault("CampaignsTable", Set.of()).toString())
        .contains(Event.DELETED_USER)
        .doesNotContain("=" + OLGA.user());
    assertThat(entries(id)).extracting(TimelineEntry::by).doesNotContain(OLGA.user());
  }

  @Test
  void whoHasReadTheUserCannotBringHimBack() {
    String id = create(3);
    Move read = stores.moves().cancel(campaign(id), Tally.NONE, OLGA, "no more");

    userDeleted(OLGA.user());

    assertThat(stores.campaigns().move(read)).isEqualTo(Stored.OVERTAKEN);
    assertThat(campaign(id).createdBy()).isEqualTo(Event.DELETED_USER);
  }

  @Test
  void otherUsersStay() {
    String id = create(3);

    assertThat(userDeleted("somebody")).isEqualTo(DONE);

    assertThat(campaign(id).createdBy()).isEqualTo(OLGA.user());
  }

  @Test
  void asManyCampaignsAsThereAreTakeSeveralCalls() {
    List<String> ids = IntStream.range(0, 101).mapToObj(_ -> create(3)).toList();
    handler = new CampaignDeletionsHandler(stores, 1);
    Instant deletion = later();

    assertThat(deleted("d2", deletion)).contains("again");
    assertThat(deleted("d2", deletion)).isEqualTo(DONE);

    assertThat(named(ids.getFirst())).containsExactly("d1", "d3");
    assertThat(named(ids.getLast())).containsExactly("d1", "d3");
  }

  private String create(int concurrent) {
    Move creation =
        stores
            .moves()
            .create(
                Examples.plan(
                    new Targeting(DEVICES.size(), List.of(), null, false),
                    Examples.pace(100, concurrent, 10),
                    Examples.limits(100, 1)),
                Examples.firmware(),
                DEVICES.size(),
                OLGA);
    assertThat(stores.campaigns().create(creation, DEVICES, true)).isEqualTo(Stored.STORED);
    return creation.after().campaignId();
  }

  private void start(String id) {
    command(id, "start");
  }

  private void command(String id, String command) {
    assertThat(new StoredCommands(stores).command(id, command, "").status()).isEqualTo(200);
  }

  private Campaign campaign(String id) {
    return stores.campaigns().find(ORGANIZATION, id).orElseThrow();
  }

  private List<String> named(String id) {
    return stores.targets().named(ORGANIZATION, id, 0, DEVICES.size());
  }

  private Tally tally(String id) {
    return stores.devices().updates().tally(ORGANIZATION, id);
  }

  private List<TimelineEntry> entries(String id) {
    return stores.timelines().newestFirst(ORGANIZATION, id, 100, null).entries();
  }

  private List<String> whatHappened(String id) {
    return entries(id).stream().map(TimelineEntry::what).toList();
  }

  private long announced(String type) {
    return database.contents().getOrDefault("OutboxTable", Set.of()).stream()
        .map(item -> new Item(item).text("event"))
        .filter(event -> event.contains("\"type\":\"" + type + "\""))
        .count();
  }

  private Instant later() {
    world.clock().advance(Duration.ofMinutes(1));
    return world.clock().instant();
  }

  private void advance(String id) {
    DynamodbStreamRecord change = new DynamodbStreamRecord();
    change.setDynamodb(
        new StreamRecord()
            .withSequenceNumber("1")
            .withKeys(Map.of("pk", new AttributeValue(ORGANIZATION + "#" + id))));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(change));
    wired("CampaignAdvance", AdvanceCampaignHandler::new).handleRequest(event, new TestContext());
  }

  /** All devices that have something do it; as often as there are devices. */
  private void finish(String id) {
    for (String _ : DEVICES) {
      advance(id);
      for (Target target : stores.targets().held(ORGANIZATION, id, 0, DEVICES.size())) {
        world.report(target.updateId(), UpdateStatus.COMPLETED);
      }
      advance(id);
    }
  }

  private void deleteEverywhere(String deviceId, Instant at) {
    String envelope = deviceDeleted(deviceId, at);
    DeviceDeletionsHandler devices = wired("DeviceDeletions", DeviceDeletionsHandler::new);
    assertThat(invoke(devices, envelope)).isEqualTo(DONE);
    assertThat(invoke(handler, envelope)).isEqualTo(DONE);
  }

  private String deleted(String deviceId, Instant at) {
    return invoke(handler, deviceDeleted(deviceId, at));
  }

  private static String deviceDeleted(String deviceId, Instant at) {
    String data = "{\"device_id\":\"" + deviceId + "\"}";
    return envelope("device_service", "device.deleted", data, at);
  }

  private String userDeleted(String user) {
    String data = "{\"user_id\":\"" + user + "\"}";
    return invoke(handler, envelope("account_service", "user.deleted", data, later()));
  }

  private static String envelope(String source, String type, String data, Instant at) {
    return """
        {"id":"%s","type":"%s","source":"%s","timestamp":"%s",\
        "metadata":{"organization_id":"acme"},"data":%s,"version":"1.0.0"}"""
        .formatted(UUID.randomUUID(), type, source, at, data);
  }

  private static String invoke(RequestStreamHandler function, String envelope) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(envelope.getBytes(UTF_8)), answer, new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(UTF_8);
  }

  private <T> T wired(String id, Supplier<T> function) {
    Map<String, String> environment = new HashMap<>(database.environment(id));
    environment.putAll(database.access());
    return Environment.supply(environment, function::get);
  }
}
