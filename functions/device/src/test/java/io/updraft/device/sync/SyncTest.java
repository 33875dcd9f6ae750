package io.updraft.device.sync;

import static io.updraft.device.domain.Samples.DEVICE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.device;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.FakeClearances;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Outstanding;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Validation;
import io.updraft.device.http.HttpDevices;
import io.updraft.device.http.ServiceSamples;
import io.updraft.events.Origin;
import io.updraft.testing.FakeService;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncTest {
  private static final String FITS = ServiceSamples.body(DEVICE, "gw-1", "2.0.0", "1.0.0");
  private static final String OF_ANOTHER_MODEL =
      ServiceSamples.body(DEVICE, "gw-2", "2.0.0", "1.0.0");

  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final FakeClearances firmware = new FakeClearances();
  private final MutableClock clock = MutableClock.at(NOW);
  private final FakeService service = new FakeService();
  private final HttpDevices client = ServiceSamples.client(service);

  @BeforeEach
  void oneDevice() {
    updates.add(Samples.running(device("acme", DEVICE, NOW), "2.0.0"));
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  private void sync(Update... due) {
    sync(client, due);
  }

  private void sync(DeviceClient asked, Update... due) {
    sync(asked, new OnePart(List.of(Arrays.stream(due).map(Update::id).toList())));
  }

  private void sync(DeviceClient asked, UpdateIndex index) {
    new SyncHandler(asked, index, updates, updates.asDevices(), firmware, clock)
        .handleRequest(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), new TestContext());
  }

  private Update unchecked(Validation open) {
    Update update = Samples.unchecked(open);
    updates.add(update);
    return update;
  }

  private Update completed() {
    Update update =
        Outstanding.toBeTold(Samples.single().reported(report(UpdateStatus.COMPLETED), NOW), NOW);
    updates.add(update);
    return update;
  }

  private Update after(Update update) {
    return updates.get(update.id());
  }

  private void later(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  @Test
  void checksTheDeviceOnceTheServiceIsBack() {
    Update update = unchecked(Validation.FITNESS);
    service.answers(503);
    sync(update);
    assertThat(after(update).assignment().deviceValidated()).isFalse();
    assertThat(after(update).status()).isEqualTo(UpdateStatus.SCHEDULED);
    service.answers(200, FITS);
    int asked = service.calls().size();

    sync(update);
    assertThat(service.calls()).hasSize(asked);

    later(Duration.ofMinutes(1));
    sync(update);
    assertThat(after(update).assignment().deviceValidated()).isTrue();
    assertThat(after(update).course().dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void waitsAsLongAgainAsItHasWaited() {
    Update update = unchecked(Validation.FITNESS);
    service.answers(503);
    later(Duration.ofMinutes(4));
    sync(update);
    assertThat(after(update).course().dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(8)));

    later(Duration.ofHours(3));
    sync(update);
    assertThat(after(update).course().dueAt())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
  }

  @Test
  void cancelsTheUpdateOfADeviceThatDoesNotExist() {
    Update update = unchecked(Validation.EXISTENCE);
    service.answers(404);

    sync(update, update);

    assertThat(after(update).status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(after(update).course().cancelReason()).isEqualTo("the device does not exist");
    assertThat(updates.events()).containsExactly("update.cancelled");
  }

  @Test
  void cancelsWhatDoesNotFit() {
    Update update = unchecked(Validation.FITNESS);
    service.answers(200, OF_ANOTHER_MODEL);

    sync(update);

    assertThat(after(update).status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(after(update).course().cancelReason()).contains("gw-2");
  }

  @Test
  void leavesWhatDoesNotFitByForce() {
    Update update = unchecked(Validation.EXISTENCE);
    service.answers(200, OF_ANOTHER_MODEL);

    sync(update);

    assertThat(after(update).status()).isEqualTo(UpdateStatus.SCHEDULED);
    assertThat(after(update).assignment().deviceValidated()).isTrue();
  }

  @Test
  void leavesWhatTheDeviceHasBegun() {
    Update update =
        Samples.unchecked(Validation.FITNESS).reported(report(UpdateStatus.DOWNLOADING), NOW);
    updates.add(update);
    service.answers(404);

    sync(update);

    assertThat(after(update)).isEqualTo(update);
    assertThat(service.calls()).isEmpty();
  }

  @Test
  void leavesWhatTheDeviceBeginsWhileTheServiceIsAsked() {
    Update update = unchecked(Validation.FITNESS);
    DeviceClient slow =
        new Answering(
            () -> updates.add(update.reported(report(UpdateStatus.DOWNLOADING), NOW)),
            new DeviceClient.Lookup.NotFound());

    sync(slow, update);

    assertThat(after(update).status()).isEqualTo(UpdateStatus.DOWNLOADING);
    assertThat(after(update).cancelling()).isFalse();
  }

  @Test
  void tellsACompletionOnceTheServiceIsBack() {
    Update update = completed();
    service.answers(503);
    sync(update);
    assertThat(Outstanding.telling(after(update))).isTrue();

    later(Duration.ofMinutes(1));
    service.answers(204);
    sync(update);
    int told = service.calls().size();
    sync(update);

    assertThat(Outstanding.telling(after(update))).isFalse();
    assertThat(service.calls()).hasSize(told);
    assertThat(service.calls().getLast().body()).isEqualTo("{\"firmware_version\":\"2.0.0\"}");
    assertThat(updates.events()).isEmpty();
  }

  @Test
  void tellsWhatTheDeviceRunsByNow() {
    Update update = completed();
    updates.add(Samples.running(device("acme", DEVICE, NOW), "3.0.0"));

    sync(update);

    assertThat(service.calls().getLast().body()).isEqualTo("{\"firmware_version\":\"3.0.0\"}");
  }

  @Test
  void tellsAgainWhatHasChangedMeanwhile() {
    Update update = completed();
    DeviceClient slow =
        new Answering(
            () -> updates.add(Samples.running(device("acme", DEVICE, NOW), "3.0.0")),
            new DeviceClient.Lookup.Unavailable());

    sync(slow, update);
    assertThat(Outstanding.telling(after(update))).isTrue();

    sync(update);
    assertThat(Outstanding.telling(after(update))).isFalse();
    assertThat(service.calls().getLast().body()).isEqualTo("{\"firmware_version\":\"3.0.0\"}");
  }

  @Test
  void tellsAgainAfterACrash() {
    Update update = completed();
    updates.overtake(8);

    sync(update);
    assertThat(Outstanding.telling(after(update))).isTrue();
    sync(update);

    assertThat(Outstanding.telling(after(update))).isFalse();
    assertThat(service.calls()).hasSize(2);
  }

  @Test
  void tellsNothingOfADeviceThatTheServiceDoesNotKnow() {
    Update update = completed();
    service.answers(404);

    sync(update);

    assertThat(Outstanding.telling(after(update))).isFalse();
  }

  @Test
  void givesUpAfterAWeek() {
    Update update = completed();
    service.answers(503);
    later(Duration.ofDays(7));
    sync(update);
    assertThat(after(update).course().dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));

    later(Duration.ofHours(1));
    sync(update);
    assertThat(Outstanding.telling(after(update))).isFalse();
  }

  @Test
  void goesOnAfterOneThatCannotBeSettled() {
    Update stuck = completed();
    Update other = unchecked(Validation.FITNESS);
    updates.overtake(8);
    service.answers(200, FITS);

    sync(stuck, other);

    assertThat(Outstanding.telling(after(stuck))).isTrue();
    assertThat(after(other).assignment().deviceValidated()).isTrue();
  }

  @Test
  void worksThroughAllPages() {
    Update told = completed();
    Update checked = unchecked(Validation.FITNESS);
    service.answers(200, FITS);

    sync(client, new OnePart(List.of(List.of(told.id()), List.of(checked.id()), List.of())));

    assertThat(Outstanding.telling(after(told))).isFalse();
    assertThat(after(checked).assignment().deviceValidated()).isTrue();
  }

  /** A service during whose first answer something happens. */
  private static final class Answering implements DeviceClient {
    private final Deque<Runnable> happening;
    private final Lookup lookup;

    Answering(Runnable happening, Lookup lookup) {
      this.happening = new ArrayDeque<>(List.of(happening));
      this.lookup = lookup;
    }

    @Override
    public Lookup device(Origin origin, String deviceId) {
      happening.pop().run();
      return lookup;
    }

    @Override
    public Recorded firmwareInstalled(Origin origin, String deviceId, String version) {
      happening.pop().run();
      return Recorded.RECORDED;
    }

    @Override
    public boolean health() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** The pages of one of the parts; the last one comes again. */
  private static final class OnePart implements UpdateIndex {
    private final Deque<List<String>> pages;

    OnePart(List<List<String>> pages) {
      this.pages = new ArrayDeque<>(pages);
    }

    @Override
    public List<UpdateRef> due(int part, Instant now, int limit) {
      return List.of();
    }

    @Override
    public List<UpdateRef> dueAtService(int part, Instant now, int limit) {
      return part == 3 ? page() : List.of();
    }

    private List<UpdateRef> page() {
      List<String> ids = pages.size() > 1 ? pages.pop() : pages.getFirst();
      return ids.stream().map(id -> new UpdateRef("acme", id)).toList();
    }

    @Override
    public Page unfinishedSingles(String organization, String firmwareId, @Nullable String after) {
      return new Page(List.of(), null);
    }
  }
}
