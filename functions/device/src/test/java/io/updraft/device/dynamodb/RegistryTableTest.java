package io.updraft.device.dynamodb;

import static io.updraft.device.registry.Samples.NOW;
import static io.updraft.device.registry.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device.Note;
import io.updraft.device.registry.Registered;
import io.updraft.device.registry.Registry;
import io.updraft.device.registry.RegistryContract;
import io.updraft.device.registry.Samples;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Outbox;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Origin;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.firmware.published.Version;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class RegistryTableTest extends RegistryContract {
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private final RegistryTable registry;

  RegistryTableTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("DevicesTable");
    Outbox outbox = new Outbox(database.table("OutboxTable"));
    this.registry = new RegistryTable(dynamo, table, outbox, UUID::randomUUID);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Override
  protected Registry registry() {
    return registry;
  }

  @Override
  protected void hold(String deviceId, Note note) {
    written(new Inbox(table, ORG, deviceId).holding(note));
  }

  @Override
  protected void free(String deviceId, Note note) {
    written(new Inbox(table, ORG, deviceId).without(note.firmwareId()));
  }

  @Test
  void takesALongWayBetweenGroupsInOneTransaction() {
    Registered before = Samples.device("dev-1", "P-1", groups("north"));
    registry.add(before, null);
    Registered after = Samples.moved(before, "P-2", groups("south"));

    assertThat(registry.change(before, after)).isEqualTo(Registry.Stored.DONE);
    assertThat(registry.remove(after, Origin.of(ORG), NOW)).isEqualTo(Registry.Stored.DONE);
    assertThat(membershipsAndDevices()).isZero();
  }

  @Test
  void leavesWhatUpdatesWriteMeanwhile() {
    Registered read = Samples.device("dev-1", "P-1");
    registry.add(read, null);
    written(
        Guarded.update(
                table,
                DeviceItems.key(ORG, "dev-1"),
                "SET firmware_version = :version ADD updates_total :one")
            .with(v -> v.text(":version", "3.0.0").number(":one", 1)));

    registry.change(read, Samples.moved(read, "P-2", "north"));

    var device = registry.find(ORG, "dev-1").orElseThrow().device();
    assertThat(device.firmwareVersion()).isEqualTo(Version.of("3.0.0"));
    assertThat(device.outcomes().total()).isEqualTo(1);
    assertThat(device.groups()).containsExactly("north");
  }

  @Test
  void announcesEachDeletionOfADevice() {
    Registered device = Samples.device("dev-1", "P-1", "north");
    for (int time = 0; time < 2; time++) {
      registry.add(device, null);
      registry.remove(device, new Origin(ORG, "request-1", null), NOW);
    }

    List<Envelope> events = announced();
    assertThat(events).extracting(e -> e.sequence().orElseThrow()).containsExactly(1L, 2L);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.type()).isEqualTo("device.deleted");
              assertThat(event.correlationId()).contains("request-1");
              assertThat(event.data()).isInstanceOf(DeviceDeleted.class);
            });
  }

  @Test
  void announcesNothingThatItDoesNotDelete() {
    registry.remove(Samples.device("dev-1", "P-1"), Origin.of(ORG), NOW);

    assertThat(announced()).isEmpty();
  }

  private static String[] groups(String name) {
    return IntStream.range(0, 20).mapToObj(i -> name + "-" + i).toArray(String[]::new);
  }

  private void written(Guarded write) {
    assertThat(dynamo.write(write)).isInstanceOf(Commit.Committed.class);
  }

  private long membershipsAndDevices() {
    return database.client().scan(s -> s.tableName(table)).items().stream()
        .map(Item::new)
        .filter(item -> !item.has("n") && !item.has("deletions"))
        .count();
  }

  private List<Envelope> announced() {
    PartitionQuery query =
        PartitionQuery.of(
            database.table("OutboxTable"), "pk = :pk", v -> v.text(":pk", "org#dev-1"));
    return dynamo.query(query).items().stream()
        .map(item -> new EventJson().read(item.text("event")))
        .map(read -> ((ReadResult.Known) read).envelope())
        .toList();
  }
}
