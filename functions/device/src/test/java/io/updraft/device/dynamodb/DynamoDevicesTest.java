package io.updraft.device.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Device.Note;
import io.updraft.device.domain.Devices.Contact;
import io.updraft.device.domain.Quota;
import io.updraft.device.published.Priority;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.firmware.published.Version;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoDevicesTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00.123Z");

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private final DynamoDevices devices;

  DynamoDevicesTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("DevicesTable");
    this.devices = new DynamoDevices(dynamo, table);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void registersAtFirstContact() {
    devices.seen("org", "dev-1", NOW);

    Device device = devices.find("org", "dev-1").orElseThrow();
    assertThat(device.status()).isEqualTo("active");
    assertThat(device.model()).isNull();
    assertThat(device.lastSeen()).isEqualTo(NOW);
    assertThat(device.createdAt()).isEqualTo(NOW);
    assertThat(device.inbox()).isEmpty();
    assertThat(device.outcomes()).isEqualTo(Device.Outcomes.NONE);
  }

  @Test
  void knowsNothingOfOtherOrganizations() {
    devices.seen("org", "dev-1", NOW);

    assertThat(devices.find("other", "dev-1")).isEmpty();
    assertThat(devices.glance("other", "dev-1")).isEmpty();
  }

  @Test
  void notesAContactOnceADay() {
    devices.seen("org", "dev-1", NOW);

    devices.seen("org", "dev-1", NOW.plus(Duration.ofHours(23)));
    assertThat(lastSeen()).isEqualTo(NOW);

    devices.seen("org", "dev-1", NOW.plus(Duration.ofHours(24)));
    assertThat(lastSeen()).isEqualTo(NOW.plus(Duration.ofHours(24)));
  }

  @Test
  void simultaneousFirstContactsMakeOneDevice() throws Exception {
    Callable<Boolean> contact =
        () -> {
          devices.seen("org", "dev-1", NOW);
          return true;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> contact).toList())) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(withoutModel()).isEqualTo(1);
    assertThat(devices.find("org", "dev-1")).isPresent();
  }

  @Test
  void chargesNewDevicesToTheQuota() {
    Quota quota = Quota.of("gail", NOW, 1);

    assertThat(devices.seen("org", "dev-1", NOW, quota)).isEqualTo(Contact.NOTED);
    assertThat(devices.seen("org", "dev-2", NOW, quota)).isEqualTo(Contact.REFUSED);
    assertThat(devices.seen("org", "dev-1", NOW.plus(Duration.ofDays(1)), quota))
        .isEqualTo(Contact.NOTED);

    assertThat(devices.find("org", "dev-2")).isEmpty();
    assertThat(withoutModel()).isEqualTo(1);
  }

  @Test
  void keepsTheInboxAtAContact() {
    devices.seen("org", "dev-1", NOW);
    Note note = new Note("f1", "upd_1", "cmp_1", Priority.HIGH, true);
    Note single = new Note("f2", "upd_2", null, Priority.LOW, false);
    put(note);
    put(single);

    devices.seen("org", "dev-1", NOW.plus(Duration.ofDays(2)));

    assertThat(devices.find("org", "dev-1").orElseThrow().inbox()).containsExactly(note, single);
  }

  @Test
  void readsAllThatIsWritten() {
    Device device =
        new Device(
            "org",
            "dev-1",
            "Pump",
            "P-100",
            Version.of("1.0.0"),
            Version.of("2.1.0-rc.1"),
            List.of("north", "cellar"),
            "ann",
            Map.of("site", "7"),
            "inactive",
            null,
            NOW,
            List.of(),
            Device.Outcomes.NONE,
            Device.Dialogue.NONE);
    dynamo.write(Guarded.create(table, DeviceItems.created(device, "ann")));

    assertThat(devices.find("org", "dev-1")).contains(device);
  }

  @Test
  void glanceCostsHalfAUnit() {
    devices.seen("org", "dev-1", NOW);
    database.consumed().reset();

    devices.glance("org", "dev-1");

    assertThat(database.consumed().readUnits()).isEqualTo(0.5);
  }

  @Test
  void contactOfAKnownDeviceCostsOneUnit() {
    devices.seen("org", "dev-1", NOW);
    database.consumed().reset();

    devices.seen("org", "dev-1", NOW.plus(Duration.ofDays(1)));

    assertThat(database.consumed().writeUnits()).isEqualTo(1);
    assertThat(database.consumed().readUnits()).isZero();
  }

  private @Nullable Instant lastSeen() {
    return devices.find("org", "dev-1").orElseThrow().lastSeen();
  }

  private long withoutModel() {
    return new DynamoDeviceDirectory(dynamo, table).countOfModel("org", "-");
  }

  private void put(Note note) {
    dynamo.write(new Inbox(table, "org", "dev-1").holding(note));
  }
}
