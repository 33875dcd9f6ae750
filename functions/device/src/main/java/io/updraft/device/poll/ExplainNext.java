package io.updraft.device.poll;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Device.Note;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Updates.Glance;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a device would get now, and why, or why not. Reads only; for people. */
final class ExplainNext {
  private final Devices devices;
  private final Updates updates;
  private final Clearances clearances;
  private final Clock clock;

  ExplainNext(Devices devices, Updates updates, Clearances clearances, Clock clock) {
    this.devices = devices;
    this.updates = updates;
    this.clearances = clearances;
    this.clock = clock;
  }

  /** Empty where the organization has no such device. */
  Optional<Explanation> explain(String organization, String deviceId) {
    return devices.glance(organization, deviceId).map(this::explained);
  }

  private Explanation explained(Device device) {
    List<String> reasons = new ArrayList<>();
    Next offered = null;
    for (Note note : inOrder(device)) {
      Optional<Glance> glance = updates.glance(device.organization(), note.updateId());
      if (glance.isPresent()) {
        Optional<Clearance> clearance = clearances.read(device.organization(), note.firmwareId());
        reasons.add(
            new Reason(glance.get().update(), clearance, clock.instant()).sentence(idOf(offered)));
        offered = offered == null ? next(glance.get(), clearance) : offered;
      }
    }
    return reasons.isEmpty()
        ? new Explanation(null, null, List.of(nothing(device)))
        : new Explanation(action(offered), idOf(offered), reasons);
  }

  private static List<Note> inOrder(Device device) {
    List<Note> notReleased =
        device.inbox().stream()
            .filter(n -> !n.released())
            .sorted(Comparator.comparing(Note::updateId))
            .toList();
    List<Note> notes = new ArrayList<>(device.due().toList());
    notes.addAll(notReleased);
    return notes;
  }

  private @Nullable Next next(Glance glance, Optional<Clearance> clearance) {
    return Offer.inItsTime(glance.update(), clock.instant())
        ? Offer.of(glance, clearance).orElse(null)
        : null;
  }

  private static @Nullable String idOf(@Nullable Next offered) {
    return switch (offered) {
      case Next.Install install -> install.update().id();
      case Next.GiveUp giveUp -> giveUp.update().id();
      case null, default -> null;
    };
  }

  private static @Nullable String action(@Nullable Next offered) {
    return switch (offered) {
      case Next.Install _ -> "install";
      case Next.GiveUp _ -> "cancel";
      case null, default -> null;
    };
  }

  private String nothing(Device device) {
    return updates.ofDevice(device.organization(), device.deviceId(), 1, null).updates().stream()
        .findFirst()
        .map(ExplainNext::last)
        .orElse("no unfinished update, and there never was one");
  }

  private static String last(Update update) {
    return "no unfinished update; the last one, %s to version %s, is %s since %s"
        .formatted(
            update.id(),
            update.assignment().firmwareVersion(),
            update.status().wireName(),
            update.course().updatedAt());
  }

  /**
   * What the device would get.
   *
   * @param action install, cancel or null for nothing
   * @param updateId null for nothing
   * @param reasons a sentence for each unfinished update of the device
   */
  record Explanation(@Nullable String action, @Nullable String updateId, List<String> reasons) {}
}
