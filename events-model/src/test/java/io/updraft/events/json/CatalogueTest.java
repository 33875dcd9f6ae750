package io.updraft.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.events.Event;
import io.updraft.events.NatsSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole catalogue of events, so that none is added or lost without a decision. */
class CatalogueTest {
  private static final List<String> PUBLISHED_AND_CONSUMED =
      List.of(
          "ota_service.firmware.uploaded",
          "ota_service.firmware.rejected",
          "ota_service.firmware.deprecated",
          "ota_service.firmware.restored",
          "ota_service.firmware.recalled",
          "ota_service.firmware.deleted",
          "ota_service.campaign.created",
          "ota_service.campaign.started",
          "ota_service.campaign.scheduled",
          "ota_service.campaign.approved",
          "ota_service.campaign.rejected",
          "ota_service.campaign.paused",
          "ota_service.campaign.resumed",
          "ota_service.campaign.updated",
          "ota_service.campaign.promoted",
          "ota_service.campaign.cancelled",
          "ota_service.campaign.completed",
          "ota_service.campaign.failed",
          "ota_service.campaign.rollback_started",
          "ota_service.campaign.rolled_back",
          "ota_service.update.created",
          "ota_service.update.started",
          "ota_service.update.completed",
          "ota_service.update.failed",
          "ota_service.update.retried",
          "ota_service.update.cancelled",
          "ota_service.rollback.initiated",
          "ota_service.rollback.completed",
          "ota_service.rollback.failed",
          "telemetry_service.telemetry.data.received",
          "telemetry_service.metric.defined",
          "telemetry_service.metric.updated",
          "telemetry_service.metric.deleted",
          "telemetry_service.alert.rule.created",
          "telemetry_service.alert.rule.updated",
          "telemetry_service.alert.rule.deleted",
          "telemetry_service.alert.triggered",
          "telemetry_service.alert.acknowledged",
          "telemetry_service.alert.suppressed",
          "telemetry_service.alert.unsuppressed",
          "telemetry_service.alert.resolved",
          "device_service.device.deleted",
          "account_service.user.deleted");

  @Test
  void holdsExactlyTheEventsOfTheContract() {
    assertThat(records(Event.class).map(NatsSubject::of).map(NatsSubject::toString))
        .containsExactlyInAnyOrderElementsOf(PUBLISHED_AND_CONSUMED);
  }

  @Test
  void everyRecordHasASampleAndNoTwoAreTheSame() {
    assertThat(GoldenTest.samples().<Class<?>>map(Event::getClass))
        .containsExactlyInAnyOrderElementsOf(records(Event.class).toList());
  }

  @Test
  void everyRecordHasAGoldenFileAndThereAreNoOthers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              records(Event.class).map(event -> NatsSubject.of(event).type() + ".json").toList());
    }
  }

  private static Stream<Class<? extends Event>> records(Class<? extends Event> event) {
    return event.isRecord()
        ? Stream.of(event)
        : Stream.of(event.getPermittedSubclasses())
            .flatMap(permitted -> records(permitted.asSubclass(Event.class)));
  }
}
