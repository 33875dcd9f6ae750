package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Report;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.events.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The devices of a walk: they report, late and twice too, and time passes over their updates. */
final class WholeFleet {
  private static final Origin ORIGIN = Origin.of(ORGANIZATION);

  private final DynamoWorld world;
  private final List<String> ids;
  private final SplittableRandom random;
  private final Updates updates;
  private final UpdateMoves moves;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  WholeFleet(DynamoWorld world, List<String> ids, SplittableRandom random) {
    this.world = world;
    this.ids = ids;
    this.random = random;
    this.updates = world.updates();
    this.moves = new UpdateMoves(updates);
  }

  List<String> ids() {
    return ids;
  }

  Device device(String id) {
    return world.device(id);
  }

  /** All updates of a device, rollbacks among them. */
  List<Update> updates(String deviceId) {
    return updates.ofDevice(ORGANIZATION, deviceId, 100, null).updates().stream()
        .map(u -> updates.find(ORGANIZATION, u.id()).orElseThrow())
        .toList();
  }

  /** Whether it ever stayed silent for the timeout. */
  boolean wasSilent(Update update) {
    return silent.contains(update.id());
  }

  /** Some device reports of some update of its own, whatever has become of that. */
  void act() {
    List<Update> own = updates(ids.get(draw(ids.size())));
    if (!own.isEmpty()) {
      report(own.get(draw(own.size())));
    }
  }

  /** Each device that may begin does. */
  void begin() {
    all(u -> u.status() == UpdateStatus.SCHEDULED)
        .forEach(u -> report(u, report(UpdateStatus.IN_PROGRESS)));
  }

  /** Each device that is at work on an update, asked to give it up or not, completes it. */
  void completeNevertheless() {
    all(u -> u.status().onDevice() && !u.assignment().takesBack())
        .forEach(u -> report(u, report(UpdateStatus.COMPLETED)));
  }

  /** The first that is to go back fails, and is to try again; the others go back. */
  void takeBackAllButOne() {
    List<Update> back = all(u -> u.assignment().takesBack() && !u.settled());
    back.stream().filter(Update::retrying).findFirst().or(() -> failed(back)).stream()
        .flatMap(one -> back.stream().filter(u -> !u.id().equals(one.id())))
        .forEach(u -> report(u, report(UpdateStatus.COMPLETED)));
  }

  private Optional<Update> failed(List<Update> back) {
    Optional<Update> first = back.stream().findFirst();
    first.ifPresent(u -> report(u, failure("INSTALL_FAILED")));
    return first;
  }

  private List<Update> all(Predicate<Update> which) {
    return ids.stream().flatMap(id -> updates(id).stream()).filter(which).toList();
  }

  private synchronized int draw(int bound) {
    return random.nextInt(bound);
  }

  private void report(Update update) {
    report(update, update.cancelling() && draw(2) == 0 ? report(UpdateStatus.CANCELLED) : any());
  }

  private void report(Update update, Report report) {
    boolean late = update.status().compareTo(UpdateStatus.COMPLETED) >= 0;
    Update after =
        moves.applyTo(update, ORIGIN, null, u -> u.reported(report, world.clock().instant()));
    if (late) {
      assertThat(after).as("after its end a report changes nothing").isEqualTo(update);
    }
  }

  private Report any() {
    List<UpdateStatus> likely =
        List.of(
            UpdateStatus.IN_PROGRESS,
            UpdateStatus.DOWNLOADING,
            UpdateStatus.INSTALLING,
            UpdateStatus.COMPLETED,
            UpdateStatus.COMPLETED,
            UpdateStatus.FAILED,
            UpdateStatus.CANCELLED);
    return report(likely.get(draw(likely.size())));
  }

  private Report report(UpdateStatus status) {
    if (status == UpdateStatus.FAILED) {
      return failure(draw(2) == 0 ? "SIGNATURE_INVALID" : "INSTALL_FAILED");
    }
    Double installed = status == UpdateStatus.INSTALLING ? 100.0 : null;
    return new Report(status, null, null, installed, null, null, null, null, null, null);
  }

  private static Report failure(String code) {
    return new Report(UpdateStatus.FAILED, null, null, null, null, null, null, code, null, null);
  }

  /** What the sweep does: time-outs, lost slots, and retries whose time has come. */
  void sweep() {
    ids.stream().flatMap(id -> updates(id).stream()).forEach(this::sweep);
  }

  private void sweep(Update update) {
    var due = update.course().dueAt();
    if (due == null || world.clock().instant().isBefore(due)) {
      return;
    }
    if (update.retrying()) {
      Updates.Stored _ =
          updates.move(update, update.retried(world.clock().instant()), ORIGIN, null);
    } else {
      Update swept = moves.applyTo(update, ORIGIN, null, u -> u.swept(world.clock().instant()));
      if (swept.course().silent()) {
        silent.add(swept.id());
      }
    }
  }
}
