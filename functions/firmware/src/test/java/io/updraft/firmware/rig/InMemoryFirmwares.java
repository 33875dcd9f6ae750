package io.updraft.firmware.rig;

import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Firmware in memory, under the same guards. */
public final class InMemoryFirmwares implements Firmwares {
  private final Map<String, Firmware> firmware = new HashMap<>();
  private final List<String> told = new ArrayList<>();

  @Override
  public Optional<Firmware> find(String organization, String firmwareId) {
    return Optional.ofNullable(firmware.get(organization + "#" + firmwareId));
  }

  @Override
  public Optional<Firmware> save(Change change) {
    Firmware after = change.after();
    Optional<Long> known = find(after.organization(), after.firmwareId()).map(Firmware::revision);
    if (!known.equals(change.before().map(Firmware::revision))) {
      return Optional.empty();
    }
    change.event().ifPresent(event -> told.add(event.type()));
    Firmware written = after.written(change.event().isPresent());
    firmware.put(written.organization() + "#" + written.firmwareId(), written);
    return Optional.of(written);
  }

  @Override
  public Optional<Ticket> ticket(Place place) {
    return tickets().filter(ticket -> ticket.place().equals(place)).findFirst();
  }

  @Override
  public List<Ticket> overdue(Instant time, int limit) {
    return tickets()
        .filter(ticket -> ticket.upload().expiresAt().isBefore(time))
        .sorted(Comparator.comparing(ticket -> ticket.upload().expiresAt()))
        .limit(limit)
        .toList();
  }

  /** The types of the events, in their order. */
  public List<String> told() {
    return List.copyOf(told);
  }

  private Stream<Ticket> tickets() {
    return firmware.values().stream()
        .filter(f -> f.stage() instanceof Stage.Incoming)
        .map(
            f ->
                new Ticket(
                    f.organization(), f.firmwareId(), ((Stage.Incoming) f.stage()).upload()));
  }
}
