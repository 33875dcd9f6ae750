package io.updraft.device.registry;

import static io.updraft.device.registry.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Device.Note;
import io.updraft.device.domain.UnfinishedUpdates;
import io.updraft.device.published.Priority;
import io.updraft.events.Origin;
import io.updraft.testing.MutableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteDeviceTest {
  private static final Origin ORIGIN = new Origin(ORG, "request-1", null);

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final List<String> givenUp = new ArrayList<>();

  @Test
  void deletes() {
    registry.add(Samples.device("dev-1", "P-1"), null);

    assertThat(delete(this::giveUp)).isEqualTo(DeleteOutcome.DELETED);
    assertThat(registry.find(ORG, "dev-1")).isEmpty();
    assertThat(registry.deleted()).containsExactly("dev-1");
    assertThat(givenUp).isEmpty();
  }

  @Test
  void findsNoDeviceTwice() {
    registry.add(Samples.device("dev-1", "P-1"), null);
    delete(this::giveUp);

    assertThat(delete(this::giveUp)).isEqualTo(DeleteOutcome.NOT_FOUND);
    assertThat(registry.deleted()).containsExactly("dev-1");
  }

  @Test
  void givesUpWhatIsOnItsWay() {
    registry.add(Samples.device("dev-1", "P-1"), null);
    hold(note("f1"), note("f2"));

    assertThat(delete(this::giveUp)).isEqualTo(DeleteOutcome.DELETED);
    assertThat(givenUp).containsExactly("upd-f1", "upd-f2");
  }

  @Test
  void givesUpAlsoWhatBeginsMeanwhile() {
    registry.add(Samples.device("dev-1", "P-1"), null);
    hold(note("f1"));
    UnfinishedUpdates anotherBegins =
        (device, origin, reason) -> {
          giveUp(device, origin, reason);
          if (givenUp.size() == 1) {
            hold(note("f2"));
          }
        };

    assertThat(delete(anotherBegins)).isEqualTo(DeleteOutcome.DELETED);
    assertThat(givenUp).containsExactly("upd-f1", "upd-f2");
  }

  @Test
  void endsWhereUpdatesBeginForever() {
    registry.add(Samples.device("dev-1", "P-1"), null);
    hold(note("f1"));

    assertThat(delete((device, origin, reason) -> {})).isEqualTo(DeleteOutcome.CONTENDED);
    assertThat(registry.find(ORG, "dev-1")).isPresent();
  }

  private DeleteOutcome delete(UnfinishedUpdates updates) {
    return new DeleteDevice(registry, updates, MutableClock.at(Samples.NOW))
        .delete(ORIGIN, "dev-1");
  }

  private void giveUp(Device device, Origin origin, String reason) {
    assertThat(origin).isEqualTo(ORIGIN);
    assertThat(reason).isNotBlank();
    device.inbox().forEach(note -> givenUp.add(note.updateId()));
    hold();
  }

  private void hold(Note... notes) {
    registry.alter(ORG, "dev-1", device -> Samples.holding(device, List.of(notes)));
  }

  private static Note note(String firmwareId) {
    return new Note(firmwareId, "upd-" + firmwareId, null, Priority.NORMAL, true);
  }
}
