package io.updraft.device.ddi;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.poll.Next;
import io.updraft.device.poll.Offer;
import io.updraft.firmware.published.Clearances;
import java.util.Optional;

/** Finds the update that a device calls by its number. */
final class FindAction {
  /** So far back an ended update is still known as one that has ended. */
  private static final int REMEMBERED = 20;

  private final Devices devices;
  private final Updates updates;
  private final Clearances clearances;

  FindAction(Devices devices, Updates updates, Clearances clearances) {
    this.devices = devices;
    this.updates = updates;
    this.clearances = clearances;
  }

  /** For what a device reads: a moment old at most, half a unit for each of the two reads. */
  Action toShow(Controller controller, String number) {
    return find(devices.glance(controller.organization(), controller.deviceId()), number);
  }

  /** For what a device says: whether the update has ended is certain. */
  Action toJudge(Controller controller, String number) {
    return find(devices.find(controller.organization(), controller.deviceId()), number);
  }

  private Action find(Optional<Device> device, String number) {
    return device.map(d -> find(d, number)).orElse(new Action.Unknown());
  }

  private Action find(Device device, String number) {
    Optional<Action> unfinished =
        device
            .due()
            .map(Device.Note::updateId)
            .filter(id -> ActionId.names(number, id))
            .findFirst()
            .flatMap(id -> updates.glance(device.organization(), id))
            .map(glance -> new Action.Unfinished(device, glance));
    return unfinished.orElseGet(() -> ended(device, number));
  }

  private Action ended(Device device, String number) {
    return updates
        .ofDevice(device.organization(), device.deviceId(), REMEMBERED, null)
        .updates()
        .stream()
        .filter(u -> ActionId.names(number, u.id()))
        .filter(u -> device.due().noneMatch(note -> note.updateId().equals(u.id())))
        .findFirst()
        .<Action>map(Action.Ended::new)
        .orElse(new Action.Unknown());
  }

  /** What the update would have its device do; half a unit more. */
  Optional<Next> offer(Action.Unfinished found) {
    Assignment assignment = found.update().assignment();
    return Offer.of(
        found.glance(), clearances.read(assignment.organization(), assignment.firmwareId()));
  }

  /** Whether the device is to give the update up. */
  boolean toBeGivenUp(Action.Unfinished found) {
    return offer(found).filter(Next.GiveUp.class::isInstance).isPresent();
  }

  /** The update that was installed last, if that is its number. */
  Optional<Update> installed(Controller controller, String number) {
    return devices
        .glance(controller.organization(), controller.deviceId())
        .map(device -> device.dialogue().installed())
        .filter(id -> ActionId.names(number, id))
        .flatMap(id -> updates.glance(controller.organization(), id))
        .map(Updates.Glance::update);
  }
}
