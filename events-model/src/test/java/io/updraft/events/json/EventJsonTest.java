package io.updraft.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.FirmwareUploaded;
import io.updraft.events.Origin;
import io.updraft.events.UpdateStarted;
import io.updraft.events.json.ReadResult.Known;
import io.updraft.events.json.ReadResult.UnknownType;
import io.updraft.events.json.ReadResult.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  static final String MESSAGE =
      """
      {"id": "0b6c1d7e-7f0a-4f55-9f5e-2f6a1c9d3e10", "type": "device.deleted",
       "source": "device_service", "subject": null, "timestamp": "2026-11-24T06:46:45.123Z",
       "data": {"device_id": "dev-1"}, "metadata": {"organization_id": "org-1"},
       "version": "1.0.0"}
      """;
  private static final Instant TIME = Instant.parse("2026-11-24T06:46:45.123Z");

  private final EventJson json = new EventJson();

  @Test
  void writesTheSameToBytesAndText() {
    Envelope envelope = envelope(new DeviceDeleted("dev-1", "Küche", null, TIME));

    assertThat(json.write(envelope))
        .isEqualTo(json.writeText(envelope).getBytes(StandardCharsets.UTF_8));
    assertThat(json.writeText(envelope)).contains("Küche");
  }

  @Test
  void writesAnUpdateInLessThan900Bytes() {
    String id = UUID.randomUUID().toString();
    Event event = new UpdateStarted(id, id, id, "10.20.30-rc.4", id, TIME);
    Origin origin = new Origin(id, id, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    assertThat(json.write(Envelope.of(event, origin, 1_000_000, UUID.randomUUID())))
        .hasSizeLessThan(900);
  }

  @Test
  void writesAFieldOfTheContractThatIsNullAsNull() {
    Event single = new UpdateStarted("upd-1", "dev-1", "fw-1", "2.1.0", null, TIME);

    assertThat(json.writeText(envelope(single))).contains("\"campaign_id\":null");
  }

  @Test
  void leavesOutTheOptionalFieldsOfANeighboursEvent() {
    Event event = new DeviceDeleted("dev-1", null, null, TIME);

    assertThat(json.writeText(envelope(event))).contains("\"data\":{\"device_id\":\"dev-1\"}");
  }

  @Test
  void writesThreeDigitsOfASecondEvenWhereTheyAreZero() {
    Event event = new DeviceDeleted("dev-1", null, null, Instant.parse("2026-11-24T06:46:45Z"));

    assertThat(json.writeText(envelope(event))).contains("\"2026-11-24T06:46:45.000Z\"");
  }

  @Test
  void takesTheTimeOfTheEnvelopeWhereThePayloadHasNone() {
    assertThat(event(MESSAGE)).isEqualTo(new DeviceDeleted("dev-1", null, null, TIME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24T06:46:45.123456Z",
        "2026-11-24T06:46:45.123",
        "2026-11-24T07:46:45.123+01:00"
      })
  void readsTheTimesThatNeighboursWrite(String time) {
    assertThat(event(MESSAGE.replace("2026-11-24T06:46:45.123Z", time)).timestamp())
        .isEqualTo(TIME);
  }

  @Test
  void readsASecurityUpdateThatIsLeftOutAsNone() {
    Event event =
        new FirmwareUploaded("fw-1", "thermostat", "2.1.0", "TH-200", 42, true, "user-7", TIME);
    String message = json.writeText(envelope(event)).replace("\"is_security_update\":true,", "");

    assertThat(event(message))
        .isEqualTo(
            new FirmwareUploaded(
                "fw-1", "thermostat", "2.1.0", "TH-200", 42, false, "user-7", TIME));
  }

  @Test
  void readsAnEnvelopeWithoutMetadata() {
    String message = MESSAGE.replace("\"metadata\"", "\"other\"");

    assertThat(json.read(message))
        .isInstanceOfSatisfying(
            Known.class, known -> assertThat(known.envelope().organizationId()).isEmpty());
  }

  @Test
  void tellsAnUnknownTypeAndItsOrganization() {
    String message = MESSAGE.replace("device.deleted", "device.painted");

    assertThat(json.read(message)).isEqualTo(new UnknownType("device.painted", "org-1"));
    assertThat(json.read(message.replace("organization_id", "tenant")))
        .isEqualTo(new UnknownType("device.painted", null));
  }

  private Event event(String message) {
    return switch (json.read(message)) {
      case Known(Envelope envelope) -> envelope.data();
      case UnknownType unknown -> throw new AssertionError(unknown);
      case Unreadable unreadable -> throw new AssertionError(unreadable);
    };
  }

  private static Envelope envelope(Event event) {
    return Envelope.of(event, Origin.of("org-1"), 1, UUID.randomUUID());
  }
}
