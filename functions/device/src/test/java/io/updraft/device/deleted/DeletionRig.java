package io.updraft.device.deleted;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Commands;
import io.updraft.device.domain.Course;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackStatus;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.PublishedDevices;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Tally;
import io.updraft.device.registry.Registered;
import io.updraft.device.registry.Registry;
import io.updraft.dynamodb.Item;
import io.updraft.events.Origin;
import io.updraft.lambda.Environment;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The function as it is deployed, on real tables, with devices and updates. */
final class DeletionRig {
  static final Origin ORIGIN = Origin.of("acme");
  static final Instant BEGAN = Samples.NOW;
  static final Instant DELETED = BEGAN.plusSeconds(60);

  final DeviceStores stores;
  private final TestDatabase database;
  private final DeviceDeletionsHandler handler;
  private final CampaignUpdates campaigns;

  DeletionRig(TestDatabase database, int mostPages) {
    this.database = database;
    Environment environment = Environment.of(variables(database));
    this.stores = DeviceStores.from(environment);
    this.handler =
        new DeviceDeletionsHandler(
            stores.devices(),
            stores.fleet(),
            stores.updates(),
            stores.bookmarks(),
            Clock.systemUTC(),
            mostPages);
    this.campaigns =
        PublishedDevices.of(
                stores.dynamo(), environment, stores.firmware().catalogue(), Clock.systemUTC())
            .updates();
  }

  /** The handler by the constructor that Lambda calls, with what the template gives it. */
  static DeviceDeletionsHandler deployed(TestDatabase database) {
    return Environment.supply(variables(database), DeviceDeletionsHandler::new);
  }

  private static Map<String, String> variables(TestDatabase database) {
    Map<String, String> variables = new HashMap<>(database.environment("DeviceDeletions"));
    variables.putAll(database.access());
    return variables;
  }

  Device register(String deviceId, @Nullable String owner, Instant at) {
    Device d = Samples.device("acme", deviceId, at);
    Device device =
        new Device(
            "acme",
            deviceId,
            null,
            d.model(),
            d.hardwareVersion(),
            d.firmwareVersion(),
            List.of("line-1"),
            owner,
            Map.of(),
            "active",
            at,
            at,
            List.of(),
            Device.Outcomes.NONE,
            Device.Dialogue.NONE);
    Registry registry = stores.registry();
    registry.add(new Registered(device, 1, at, "olivia"), null);
    return device;
  }

  /** An update that its device may have. */
  Update begin(String updateId, String deviceId, @Nullable String campaignId, Instant at) {
    return begin(Samples.assignedTo(deviceId, updateId, campaignId, at, Terms.NONE), at);
  }

  Update begin(Assignment assignment, Instant at) {
    Update update = new Update(assignment, Course.created(at)).scheduled(at);
    Updates.Creation creation = stores.updates().create(update, Commands.NONE, ORIGIN, false);
    if (creation != Updates.Creation.CREATED) {
      throw new AssertionError(creation);
    }
    return update;
  }

  /** A rollback that its device may have. */
  Rollback beginRollback(String updateId, String deviceId) {
    Rollback rollback =
        new Rollback(
            "acme",
            "rbk_000000000000001",
            null,
            deviceId,
            RollbackTrigger.MANUAL,
            "why not",
            "2.0.0",
            "1.0.0",
            RollbackStatus.IN_PROGRESS,
            BEGAN,
            null,
            null,
            updateId);
    Terms back = Terms.takingBack(rollback.rollbackId(), RollbackTrigger.MANUAL);
    Assignment assignment = Samples.assignedTo(deviceId, updateId, null, BEGAN, back);
    Update update = new Update(assignment, Course.created(BEGAN)).scheduled(BEGAN);
    stores.rollbacks().begin(rollback, update, ORIGIN, false);
    return rollback;
  }

  void report(String updateId, UpdateStatus status) {
    new UpdateMoves(stores.updates())
        .apply(
            "acme", updateId, ORIGIN, u -> u.reported(Samples.report(status), BEGAN.plusMillis(1)));
  }

  Update update(String updateId) {
    return stores.updates().find("acme", updateId).orElseThrow();
  }

  Tally tally(String campaignId) {
    return campaigns.tally("acme", campaignId);
  }

  String deviceDeleted(String deviceId, Instant at) {
    return invoke("device_service", "device.deleted", "{\"device_id\":\"" + deviceId + "\"}", at);
  }

  String userDeleted(String userId, Instant at) {
    return invoke("account_service", "user.deleted", "{\"user_id\":\"" + userId + "\"}", at);
  }

  private String invoke(String source, String type, String data, Instant at) {
    return invoke(handler, envelope(source, type, data, at));
  }

  static String invoke(DeviceDeletionsHandler handler, String envelope) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(envelope.getBytes(UTF_8)), answer, new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(UTF_8);
  }

  static String envelope(String source, String type, String data, Instant at) {
    return """
        {"id":"%s","type":"%s","source":"%s","timestamp":"%s",\
        "metadata":{"organization_id":"acme"},"data":%s,"version":"1.0.0"}"""
        .formatted(UUID.randomUUID(), type, source, at, data);
  }

  /** How often an event of the type was announced. */
  long announced(String type) {
    return database.contents().getOrDefault("OutboxTable", Set.of()).stream()
        .map(item -> new Item(item).text("event"))
        .filter(event -> event.contains("\"type\":\"" + type + "\""))
        .count();
  }
}
