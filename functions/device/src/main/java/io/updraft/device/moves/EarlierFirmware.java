package io.updraft.device.moves;

import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.domain.Updates;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the firmware of a version that a device has had: what brought the version to it, or
 * firmware of the same name and model as another that it has had.
 */
public final class EarlierFirmware {
  private static final int PAGE = 100;

  /** Of a longer history the newest updates are looked at. */
  private static final int MOST_PAGES = 5;

  private final Updates updates;
  private final FirmwareCatalogue catalogue;

  public EarlierFirmware(Updates updates, FirmwareCatalogue catalogue) {
    this.updates = updates;
    this.catalogue = catalogue;
  }

  /**
   * Looks through the device's history.
   *
   * @param alike firmware to go by its name and model after all others, or null
   */
  public Found find(String organization, String deviceId, Version wanted, @Nullable String alike) {
    List<Update> history = history(organization, deviceId);
    Stream<FirmwareFacts> brought =
        ids(history.stream().filter(u -> brought(u, wanted)))
            .flatMap(id -> catalogue.find(organization, id).stream());
    Stream<FirmwareFacts> siblings =
        Stream.concat(ids(history.stream()), Stream.ofNullable(alike))
            .distinct()
            .flatMap(id -> catalogue.find(organization, id).stream())
            .flatMap(facts -> catalogue.inVersion(facts, wanted).stream());
    Optional<FirmwareFacts> firmware =
        Stream.concat(brought, siblings).filter(EarlierFirmware::installable).findFirst();
    return new Found(history.stream().anyMatch(u -> had(u, wanted)), firmware.orElse(null));
  }

  private static Stream<String> ids(Stream<Update> of) {
    Set<String> ids = new LinkedHashSet<>();
    of.forEach(u -> ids.add(u.assignment().firmwareId()));
    return ids.stream();
  }

  private static boolean had(Update update, Version wanted) {
    return brought(update, wanted) || wanted.text().equals(update.assignment().fromVersion());
  }

  private static boolean brought(Update update, Version wanted) {
    return update.status() == UpdateStatus.COMPLETED
        && update.assignment().firmwareVersion().equals(wanted.text());
  }

  private static boolean installable(FirmwareFacts firmware) {
    return firmware.status() == FirmwareStatus.AVAILABLE
        || firmware.status() == FirmwareStatus.DEPRECATED;
  }

  private List<Update> history(String organization, String deviceId) {
    List<Update> history = new ArrayList<>();
    String after = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Updates.History read = updates.ofDevice(organization, deviceId, PAGE, after);
      history.addAll(read.updates());
      after = read.next();
      if (after == null) {
        break;
      }
    }
    return history;
  }

  /**
   * What was found.
   *
   * @param had whether the device has had the version at all
   * @param firmware one that can be installed, or null
   */
  public record Found(boolean had, @Nullable FirmwareFacts firmware) {}
}
