package io.updraft.device.start;

import io.updraft.events.Origin;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.lambda.DependencyUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts updates of many devices; each is judged by itself. */
final class StartMany {
  /** So many at once keep a thousand devices within the time of one request, and the table calm. */
  private static final int AT_ONCE = 16;

  private final StartUpdate startUpdate;
  private final FirmwareCatalogue catalogue;

  StartMany(StartUpdate startUpdate, FirmwareCatalogue catalogue) {
    this.startUpdate = startUpdate;
    this.catalogue = catalogue;
  }

  /** The outcomes by device, in the order of the ids; an id that is named twice counts once. */
  Map<String, Started> start(Origin origin, List<String> deviceIds, Wanted wanted) {
    Map<String, Started> outcomes = new LinkedHashMap<>();
    List<String> distinct = deviceIds.stream().distinct().toList();
    var firmware = catalogue.find(origin.organizationId(), wanted.firmwareId());
    if (firmware.isEmpty()) {
      distinct.forEach(id -> outcomes.put(id, new Started.NoSuchFirmware()));
      return outcomes;
    }
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      Map<String, Future<Started>> running = new LinkedHashMap<>();
      distinct.forEach(
          id ->
              running.put(
                  id, workers.submit(() -> startUpdate.start(origin, id, wanted, firmware.get()))));
      running.forEach((id, outcome) -> outcomes.put(id, ended(outcome)));
    }
    return outcomes;
  }

  private static Started ended(Future<Started> outcome) {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DependencyUnavailable away) {
        return new Started.Away(away.retryAfter());
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
