package io.updraft.device.dynamodb;

import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Commands;
import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Validation;
import io.updraft.events.Origin;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is to be settled with the device service, as items. */
@ExtendWith(DynamoDbServer.class)
class OutstandingTest {
  private static final Origin ORIGIN = Origin.of("acme");
  private static final Instant LATER = NOW.plus(Duration.ofHours(2));

  private final TestDatabase database;
  private final DeviceStores stores;

  OutstandingTest(TestDatabase database) {
    this.database = database;
    this.stores = new WiredStores(database).stores();
  }

  @BeforeEach
  void oneDevice() {
    database.clear();
    stores.devices().seen("acme", Samples.DEVICE, NOW);
  }

  private Update created(Validation open) {
    Update update = Samples.unchecked(open);
    assertThat(stores.updates().create(update, Commands.NONE, ORIGIN, false))
        .isEqualTo(Updates.Creation.CREATED);
    return update;
  }

  private Update moved(Update before, Update after) {
    assertThat(stores.updates().move(before, after, ORIGIN, null)).isEqualTo(Updates.Stored.MOVED);
    return after;
  }

  private List<UpdateRef> atService() {
    UpdateIndex index = stores.index();
    return parts().mapToObj(p -> index.dueAtService(p, LATER, 100)).flatMap(List::stream).toList();
  }

  private List<UpdateRef> swept() {
    UpdateIndex index = stores.index();
    return parts().mapToObj(p -> index.due(p, LATER, 100)).flatMap(List::stream).toList();
  }

  private static IntStream parts() {
    return IntStream.range(0, UpdateIndex.DUE_PARTS);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXISTENCE", "FITNESS"})
  void keepsWhatIsToBeAskedAndWaitsForTheServiceOnly(Validation open) {
    Update update = created(open);

    assertThat(stores.updates().find("acme", update.id())).contains(update);
    assertThat(atService()).containsExactly(new UpdateRef("acme", update.id()));
    assertThat(swept()).isEmpty();
  }

  @Test
  void isSweptAsAnyOtherOnceItIsChecked() {
    Update update = created(Validation.FITNESS);
    Update checked = moved(update, Outstanding.validated(update, NOW));

    assertThat(stores.updates().find("acme", update.id())).contains(checked);
    assertThat(atService()).isEmpty();
    assertThat(swept()).hasSize(1);
  }

  @Test
  void isSweptAsAnyOtherOnceItsDeviceHasBegun() {
    Update update = created(Validation.FITNESS);
    moved(update, update.reported(report(UpdateStatus.DOWNLOADING), NOW));

    assertThat(atService()).isEmpty();
    assertThat(swept()).hasSize(1);
  }

  @Test
  void waitsForTheServiceAfterItsEndUntilThatIsTold() {
    Update update = created(Validation.DONE);
    assertThat(atService()).isEmpty();
    Update completed = update.reported(report(UpdateStatus.COMPLETED), NOW);
    Update marked = moved(update, Outstanding.toBeTold(completed, NOW));
    assertThat(atService()).hasSize(1);
    assertThat(swept()).isEmpty();

    moved(marked, Outstanding.told(marked, NOW));

    assertThat(atService()).isEmpty();
    assertThat(swept()).isEmpty();
  }

  private double costOfTheEnd(boolean toBeTold) {
    oneDevice();
    Update update = created(Validation.DONE);
    Update completed = update.reported(report(UpdateStatus.COMPLETED), NOW);
    database.consumed().reset();
    moved(update, toBeTold ? Outstanding.toBeTold(completed, NOW) : completed);
    return database.consumed().writeUnits();
  }

  @Test
  void somethingToTellCostsAReportOneIndexEntry() {
    assertThat(costOfTheEnd(true) - costOfTheEnd(false)).isEqualTo(1);
  }

  @Test
  void theBuiltInRegistryKnowsItsDevices() {
    try (BuiltInDevices client = new BuiltInDevices(stores.devices())) {
      assertThat(client.device(ORIGIN, Samples.DEVICE))
          .isInstanceOfSatisfying(
              DeviceClient.Lookup.Found.class,
              found -> assertThat(found.device().registered()).isNotNull());
      assertThat(client.device(ORIGIN, "unknown")).isEqualTo(new DeviceClient.Lookup.NotFound());
    }
  }
}
