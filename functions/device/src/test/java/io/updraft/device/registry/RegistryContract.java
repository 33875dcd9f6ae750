package io.updraft.device.registry;

import static io.updraft.device.registry.Samples.NOW;
import static io.updraft.device.registry.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device.Note;
import io.updraft.device.domain.Quota;
import io.updraft.device.published.Priority;
import io.updraft.device.registry.Registry.Stored;
import io.updraft.events.Origin;
import io.updraft.http.Selection.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every registry does. */
public abstract class RegistryContract {
  private static final Filter ALL = new Filter(null, null, null, null, null);
  private static final Note NOTE = new Note("f1", "upd_1", "cmp_1", Priority.NORMAL, true);

  protected abstract Registry registry();

  /** Puts a note into the device's inbox, as an update does. */
  protected abstract void hold(String deviceId, Note note);

  /** Empties the device's inbox, as the end of an update does. */
  protected abstract void free(String deviceId, Note note);

  @Test
  void findsWhatWasAdded() {
    Registered device = Samples.device("dev-1", "P-1", "north");

    assertThat(registry().add(device, null)).isEqualTo(Stored.DONE);

    assertThat(registry().find(ORG, "dev-1")).contains(device);
    assertThat(registry().find("other", "dev-1")).isEmpty();
  }

  @Test
  void addsADeviceOnce() {
    registry().add(Samples.device("dev-1", "P-1"), null);

    assertThat(registry().add(Samples.device("dev-1", "P-2"), null)).isEqualTo(Stored.OVERTAKEN);
    assertThat(registry().find(ORG, "dev-1")).contains(Samples.device("dev-1", "P-1"));
  }

  @Test
  void changesWhatWasRead() {
    Registered before = Samples.device("dev-1", "P-1", "north");
    registry().add(before, null);
    Registered after = Samples.moved(before, null, "south", "east");

    assertThat(registry().change(before, after)).isEqualTo(Stored.DONE);
    assertThat(registry().find(ORG, "dev-1")).contains(after);
  }

  @Test
  void refusesAChangeOfSomethingElseThanWasRead() {
    Registered before = Samples.device("dev-1", "P-1", "north");
    registry().add(before, null);
    registry().change(before, Samples.moved(before, "P-2"));

    assertThat(registry().change(before, Samples.moved(before, "P-3"))).isEqualTo(Stored.OVERTAKEN);
    assertThat(registry().change(absent(), absent())).isEqualTo(Stored.OVERTAKEN);
    assertThat(registry().find(ORG, "absent")).isEmpty();
  }

  @Test
  void keepsTheInboxWhileTheDeviceChanges() {
    Registered before = Samples.device("dev-1", "P-1");
    registry().add(before, null);
    hold("dev-1", NOTE);
    Registered read = registry().find(ORG, "dev-1").orElseThrow();

    assertThat(registry().change(read, Samples.moved(read, "P-2"))).isEqualTo(Stored.DONE);

    assertThat(registry().find(ORG, "dev-1").orElseThrow().device().inbox()).containsExactly(NOTE);
  }

  @Test
  void removesADeviceOnlyWithoutUnfinishedUpdates() {
    Registered device = Samples.device("dev-1", "P-1", "north");
    registry().add(device, null);
    hold("dev-1", NOTE);

    assertThat(remove(device)).isEqualTo(Stored.OVERTAKEN);
    assertThat(registry().find(ORG, "dev-1")).isPresent();

    free("dev-1", NOTE);
    assertThat(remove(device)).isEqualTo(Stored.DONE);
    assertThat(registry().find(ORG, "dev-1")).isEmpty();
    assertThat(remove(device)).isEqualTo(Stored.OVERTAKEN);
  }

  @Test
  void aDeviceMayComeBackAndGoAgain() {
    Registered device = Samples.device("dev-1", "P-1", "north");
    for (int time = 0; time < 3; time++) {
      assertThat(registry().add(device, null)).isEqualTo(Stored.DONE);
      assertThat(remove(device)).isEqualTo(Stored.DONE);
    }
  }

  @Test
  void chargesNewDevicesToTheQuota() {
    Quota quota = Quota.of("gateway", NOW, 2);
    Quota nextHour = Quota.of("gateway", NOW.plus(Duration.ofHours(1)), 2);

    assertThat(registry().add(Samples.device("a", null), quota)).isEqualTo(Stored.DONE);
    assertThat(registry().add(Samples.device("a", null), quota)).isEqualTo(Stored.OVERTAKEN);
    assertThat(registry().add(Samples.device("b", null), quota)).isEqualTo(Stored.DONE);
    assertThat(registry().add(Samples.device("c", null), quota)).isEqualTo(Stored.REFUSED);
    assertThat(registry().find(ORG, "c")).isEmpty();
    assertThat(registry().add(Samples.device("c", null), nextHour)).isEqualTo(Stored.DONE);
  }

  @Test
  void browsesEachDeviceOnce() {
    List<String> ids = IntStream.range(0, 30).mapToObj("dev-%d"::formatted).toList();
    ids.forEach(id -> registry().add(Samples.device(id, "P-" + id.length(), "north"), null));
    registry().add(Samples.device("south", null, "south"), null);

    assertThat(browse(ALL)).hasSize(31).containsAll(ids).contains("south");
    assertThat(browse(new Filter("north", null, null, null, null)))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(browse(new Filter(null, "P-5", null, null, null))).hasSize(10).contains("dev-7");
    assertThat(browse(new Filter("nowhere", null, null, null, null))).isEmpty();
    assertThat(registry().browse("other", ALL, null, 100).places()).isEmpty();
  }

  @Test
  void doesNotBrowseWhatHasLeft() {
    Registered device = Samples.device("dev-1", "P-1", "north");
    registry().add(device, null);
    registry().change(device, Samples.moved(device, "P-2", "south"));

    assertThat(browse(new Filter("north", null, null, null, null))).isEmpty();
    assertThat(browse(new Filter(null, "P-1", null, null, null))).isEmpty();
    assertThat(browse(new Filter("south", null, null, null, null))).containsExactly("dev-1");
  }

  private Stored remove(Registered device) {
    return registry().remove(device, Origin.of(ORG), NOW);
  }

  private static Registered absent() {
    return Samples.device("absent", "P-1");
  }

  private List<String> browse(Filter filter) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      Batch<Registered> batch = registry().browse(ORG, filter, after, 7);
      batch.places().forEach(place -> found.add(place.item().device().deviceId()));
      after = batch.next();
    } while (after != null);
    assertThat(found).doesNotHaveDuplicates();
    return found;
  }
}
