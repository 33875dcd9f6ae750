package io.updraft.device.dynamodb;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Device.Note;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.DeviceFacts;
import io.updraft.device.published.Priority;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Transaction;
import io.updraft.firmware.published.Version;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoDeviceDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private final DynamoDeviceDirectory directory;

  DynamoDeviceDirectoryTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("DevicesTable");
    this.directory = new DynamoDeviceDirectory(dynamo, table);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void findsThoseThatExistInTheOrderAskedFor() {
    add("org", "b", "P-1");
    add("org", "a", "P-1");
    add("other", "c", "P-1");

    assertThat(directory.find("org", List.of("b", "c", "missing", "a")))
        .extracting(DeviceFacts::deviceId)
        .containsExactly("b", "a");
  }

  @Test
  void tellsWhatDecidesAboutADevice() {
    add("org", "a", "P-1");
    Note note = new Note("f1", "upd_1", "cmp_1", Priority.NORMAL, false);
    dynamo.write(new Inbox(table, "org", "a").holding(note));

    DeviceFacts facts = directory.find("org", List.of("a")).getFirst();

    assertThat(facts)
        .isEqualTo(
            new DeviceFacts(
                "a",
                "P-1",
                Version.of("1.0.0"),
                null,
                "olga",
                List.of("north"),
                "active",
                Map.of("region", "eu"),
                List.of(new DeviceFacts.Held("f1", "upd_1", "cmp_1"))));
  }

  @Test
  void walksTheDevicesOfAModelOnceEach() {
    List<String> ids = IntStream.range(0, 60).mapToObj("dev-%d"::formatted).toList();
    ids.forEach(id -> add("org", id, "P-1"));
    add("org", "x", "P-10");
    add("other", "y", "P-1");

    List<String> found = walk(after -> directory.ofModel("org", "P-1", after, 7));

    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(walk(after -> directory.ofModel("org", "P-1", after, 13))).isEqualTo(found);
    assertThat(directory.countOfModel("org", "P-1")).isEqualTo(60);
    assertThat(directory.countOfModel("org", "P-10")).isEqualTo(1);
  }

  @Test
  void walksTheMembersOfAGroupOnceEach() {
    List<String> ids = IntStream.range(0, 40).mapToObj("dev-%d"::formatted).toList();
    ids.forEach(id -> join("org", "north", id));
    join("org", "north-west", "x");
    join("other", "north", "y");

    List<String> found = walk(after -> directory.members("org", "north", after, 7));

    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(directory.countMembers("org", "north")).isEqualTo(40);
    assertThat(directory.countMembers("org", "unknown")).isZero();
  }

  @Test
  void goesOnAfterADeviceThatHasLeft() {
    IntStream.range(0, 20).forEach(i -> join("org", "north", "dev-" + i));
    List<String> all = directory.members("org", "north", null, 100).deviceIds();
    DeviceDirectory.Ids first = directory.members("org", "north", null, 5);

    dynamo.write(Guarded.delete(table, DeviceShards.membership("org", "north", all.get(4))));

    assertThat(directory.members("org", "north", first.next(), 100).deviceIds())
        .isEqualTo(all.subList(5, 20));
  }

  @Test
  void spreadsNumberedDevicesOverAllShards() {
    Map<Integer, Long> sizes =
        IntStream.range(0, 8_000)
            .mapToObj("dev-%05d"::formatted)
            .collect(groupingBy(DeviceShards::of, counting()));

    assertThat(sizes).hasSize(DeviceShards.COUNT);
    assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(700L, 1_300L));
  }

  private static List<String> walk(Function<@Nullable String, DeviceDirectory.Ids> pages) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      DeviceDirectory.Ids page = pages.apply(after);
      found.addAll(page.deviceIds());
      after = page.next();
    } while (after != null);
    return found;
  }

  private void add(String organization, String deviceId, String model) {
    Device device =
        new Device(
            organization,
            deviceId,
            null,
            model,
            Version.of("1.0.0"),
            null,
            List.of("north"),
            "olga",
            Map.of("region", "eu"),
            "active",
            null,
            NOW,
            List.of(),
            Device.Outcomes.NONE,
            Device.Dialogue.NONE);
    var count =
        new DeviceCounts(table).move(organization, DeviceCounts.By.MODEL, model, deviceId, 1);
    dynamo.commit(
        new Transaction()
            .add("device", Guarded.create(table, DeviceItems.created(device, "ann")))
            .add("count", count));
  }

  private void join(String organization, String group, String deviceId) {
    var membership = DeviceShards.membership(organization, group, deviceId);
    var count =
        new DeviceCounts(table).move(organization, DeviceCounts.By.GROUP, group, deviceId, 1);
    dynamo.commit(
        new Transaction()
            .add("member", Guarded.put(table, membership.attributes()))
            .add("count", count));
  }
}
