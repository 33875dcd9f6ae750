package io.updraft.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final UUID ID = UUID.fromString("0b6c1d7e-7f0a-4f55-9f5e-2f6a1c9d3e10");
  private static final Event EVENT =
      new DeviceDeleted("dev-1", null, null, Instant.parse("2026-11-24T06:46:45.123Z"));

  @Test
  void takesFromTheEventWhatTheEventKnows() {
    Envelope envelope = Envelope.of(EVENT, Origin.of("org-1"), 3, ID);

    assertThat(envelope)
        .isEqualTo(
            new Envelope(
                ID,
                "device.deleted",
                "device_service",
                "dev-1",
                EVENT.timestamp(),
                EVENT,
                Map.of("organization_id", "org-1", "sequence", "3"),
                "1.0.0"));
    assertThat(envelope.natsSubject()).hasToString("device_service.device.deleted");
  }

  @Test
  void carriesRequestAndTraceWhereTheyAreKnown() {
    Envelope envelope = Envelope.of(EVENT, new Origin("org-1", "req-1", "00-aa-bb-01"), 3, ID);

    assertThat(envelope.organizationId()).contains("org-1");
    assertThat(envelope.correlationId()).contains("req-1");
    assertThat(envelope.traceparent()).contains("00-aa-bb-01");
    assertThat(envelope.sequence()).hasValue(3);
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    Envelope envelope = Envelope.unsequenced(EVENT, Origin.of("org-1"), ID);

    assertThat(envelope.metadata()).containsOnly(Map.entry("organization_id", "org-1"));
    assertThat(envelope.correlationId()).isEmpty();
    assertThat(envelope.traceparent()).isEmpty();
    assertThat(envelope.sequence()).isEmpty();
  }

  @Test
  void hasNoSequenceWhereANeighbourWroteNoNumber() {
    Envelope envelope =
        new Envelope(
            ID,
            EVENT.type(),
            EVENT.source(),
            null,
            EVENT.timestamp(),
            EVENT,
            Map.of("sequence", "third"),
            "1.0.0");

    assertThat(envelope.sequence()).isEmpty();
    assertThat(envelope.organizationId()).isEmpty();
  }

  @Test
  void refusesAnOriginWithoutOrganization() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.of(""))
        .withMessageContaining("organization_id");
  }

  @Test
  void refusesATypeThatIsNotThatOfItsEvent() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Envelope(
                    ID, "user.deleted", "a", null, EVENT.timestamp(), EVENT, Map.of(), "1.0.0"))
        .withMessageContaining("user.deleted");
  }
}
