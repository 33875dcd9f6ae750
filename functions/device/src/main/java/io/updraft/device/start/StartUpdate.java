package io.updraft.device.start;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Course;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Fitness;
import io.updraft.device.domain.Terms;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Validation;
import io.updraft.device.published.UpdateIds;
import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts an update of one device, outside campaigns. */
final class StartUpdate {
  private final Candidates candidates;
  private final Updates updates;
  private final FirmwareCatalogue catalogue;
  private final UpdateIds ids;
  private final Clock clock;

  StartUpdate(
      Devices devices,
      DeviceClient client,
      Updates updates,
      FirmwareCatalogue catalogue,
      UpdateIds ids,
      Clock clock) {
    this.candidates = new Candidates(devices, client, clock);
    this.updates = updates;
    this.catalogue = catalogue;
    this.ids = ids;
    this.clock = clock;
  }

  Started start(Origin origin, String deviceId, Wanted wanted) {
    return catalogue
        .find(origin.organizationId(), wanted.firmwareId())
        .map(firmware -> start(origin, deviceId, wanted, firmware))
        .orElse(new Started.NoSuchFirmware());
  }

  /** The same for a firmware that was found before, as it was then. */
  Started start(Origin origin, String deviceId, Wanted wanted, FirmwareFacts firmware) {
    if (firmware.status() != FirmwareStatus.AVAILABLE) {
      return new Started.NotAvailable(firmware.status().wireName());
    }
    return candidates
        .find(origin, deviceId)
        .map(candidate -> startOn(origin, candidate, wanted, firmware))
        .orElse(new Started.NoSuchDevice());
  }

  private Started startOn(
      Origin origin, Candidate candidate, Wanted wanted, FirmwareFacts firmware) {
    Optional<Started> obstacle = obstacle(candidate, wanted, firmware);
    return obstacle.orElseGet(() -> created(origin, candidate, wanted, firmware));
  }

  private static Optional<Started> obstacle(
      Candidate candidate, Wanted wanted, FirmwareFacts firmware) {
    Device device = candidate.device();
    if (device.noteFor(firmware.firmwareId()).isPresent()) {
      return Optional.of(new Started.Taken(alreadyUnderWay(device, firmware)));
    }
    if (wanted.force()) {
      return Optional.empty();
    }
    Optional<String> campaign =
        device.inbox().stream()
            .flatMap(n -> Optional.ofNullable(n.campaignId()).stream())
            .findFirst();
    return campaign
        .<Started>map(id -> new Started.Taken("the campaign " + id + " holds the device"))
        .or(() -> unfit(candidate, firmware));
  }

  /** What can't be asked now is asked later. */
  private static Optional<Started> unfit(Candidate candidate, FirmwareFacts firmware) {
    return candidate.checked()
        ? Fitness.obstacle(candidate.device(), firmware).map(Started.Unfit::new)
        : Optional.empty();
  }

  private static String alreadyUnderWay(Device device, FirmwareFacts firmware) {
    return "the update "
        + device.noteFor(firmware.firmwareId()).map(Device.Note::updateId).orElse("")
        + " brings this firmware to the device already";
  }

  private Started created(
      Origin origin, Candidate candidate, Wanted wanted, FirmwareFacts firmware) {
    Instant now = clock.instant();
    Update update =
        new Update(assignment(candidate, wanted, firmware, now), Course.created(now))
            .scheduled(now);
    candidates.register(candidate);
    return switch (updates.create(update, wanted.commands(), origin, !firmware.referred())) {
      case CREATED -> new Started.Waiting(update);
      case TAKEN -> new Started.Taken("another update of the device was started at the same time");
      case FIRMWARE_GONE -> new Started.NotAvailable("not available any more");
    };
  }

  private Assignment assignment(
      Candidate candidate, Wanted wanted, FirmwareFacts firmware, Instant now) {
    Device device = candidate.device();
    String id = ids.next();
    return new Assignment(
        device.organization(),
        id,
        device.deviceId(),
        firmware.firmwareId(),
        firmware.version().text(),
        null,
        Assignment.shardOf(id),
        wanted.priority().lifted(firmware.securityUpdate()),
        text(device.firmwareVersion()),
        wanted.timeout(),
        wanted.maxRetries(),
        validation(candidate, wanted),
        now,
        wanted.by(),
        Terms.within(wanted.window(), wanted.discretion()));
  }

  private static Validation validation(Candidate candidate, Wanted wanted) {
    Validation open = wanted.force() ? Validation.EXISTENCE : Validation.FITNESS;
    return candidate.checked() ? Validation.DONE : open;
  }

  private static @Nullable String text(@Nullable Version version) {
    return version == null ? null : version.text();
  }
}
