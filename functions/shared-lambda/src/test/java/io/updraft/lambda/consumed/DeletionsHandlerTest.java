package io.updraft.lambda.consumed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionsHandlerTest {
  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

  private final List<Object> seen = new ArrayList<>();
  private Handling next = new Handling.Done();

  @Test
  void handsOverDeletedDeviceWithItsOrigin() throws Exception {
    String answer = answer(envelope("device.deleted", "{\"device_id\":\"d-1\",\"more\":1}"));

    assertThat(answer).isEqualTo("{\"outcome\":\"done\"}");
    assertThat(seen)
        .containsExactly(
            new DeviceDeleted("d-1", null, null, TIME), new Origin("acme", "request-1", null));
  }

  @Test
  void handsOverDeletedUser() throws Exception {
    answer(envelope("user.deleted", "{\"user_id\":\"anna\"}"));

    assertThat(seen.getFirst()).isEqualTo(new UserDeleted("anna", TIME));
  }

  @Test
  void answersThatMoreRemains() throws Exception {
    next = new Handling.Again("500 of many");

    assertThat(answer(envelope("user.deleted", "{\"user_id\":\"anna\"}")))
        .isEqualTo("{\"outcome\":\"again\",\"reason\":\"500 of many\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "\"\"", "", "{\"device_id\":\"a#b\"}", "{\"device_id\":\" \"}"})
  void refusesWhatNamesNoDevice(String data) throws Exception {
    assertRefused(envelope("device.deleted", data.isEmpty() ? "null" : data));
  }

  @ParameterizedTest
  @CsvSource({"ACME", "a#b", "'a b'", "''"})
  void refusesWhatNamesNoOrganization(String organization) throws Exception {
    assertRefused(
        envelope("device.deleted", "{\"device_id\":\"d-1\"}").replace("acme", organization));
  }

  @Test
  void refusesEnvelopeWithoutMetadata() throws Exception {
    assertRefused(
        envelope("device.deleted", "{\"device_id\":\"d-1\"}")
            .replaceFirst("\"metadata\":\\{[^}]*},", ""));
  }

  @Test
  void refusesAnotherMajorVersionAndWhatIsNoJson() throws Exception {
    assertRefused(envelope("user.deleted", "{\"user_id\":\"anna\"}").replace("1.4.0", "2.0.0"));
    assertRefused("never mind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"device.renamed", "firmware.unheard_of"})
  void hasNothingToDoAboutOtherTypes(String type) throws Exception {
    assertThat(answer(envelope(type, "{}"))).isEqualTo("{\"outcome\":\"done\"}");
    assertThat(seen).isEmpty();
  }

  @Test
  void failsWhereTheContextFails() {
    DeletionsHandler failing = handler(new Failing());

    assertThatThrownBy(() -> answer(failing, envelope("user.deleted", "{\"user_id\":\"anna\"}")))
        .hasMessage("no database");
  }

  private void assertRefused(String envelope) throws IOException {
    assertThat(answer(envelope)).startsWith("{\"outcome\":\"refused\",\"reason\":\"");
    assertThat(seen).isEmpty();
  }

  private String answer(String envelope) throws IOException {
    return answer(handler(new Recording()), envelope);
  }

  private static String answer(DeletionsHandler handler, String envelope) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(envelope.getBytes(UTF_8)), answer, new TestContext());
    return answer.toString(UTF_8);
  }

  private static DeletionsHandler handler(Deletions deletions) {
    return new DeletionsHandler(deletions) {};
  }

  private static String envelope(String type, String data) {
    return """
        {"id":"0191d4a0-0000-7000-8000-000000000001","type":"%s","source":"neighbour",\
        "subject":null,"timestamp":"2026-03-01T10:00:00.000Z",\
        "metadata":{"organization_id":"acme","correlation_id":"request-1"},\
        "data":%s,"version":"1.4.0"}"""
        .formatted(type, data);
  }

  private final class Recording implements Deletions {
    @Override
    public Handling deviceDeleted(DeviceDeleted event, Origin origin) {
      seen.addAll(List.of(event, origin));
      return next;
    }

    @Override
    public Handling userDeleted(UserDeleted event, Origin origin) {
      seen.addAll(List.of(event, origin));
      return next;
    }
  }

  private static final class Failing implements Deletions {
    @Override
    public Handling deviceDeleted(DeviceDeleted event, Origin origin) {
      throw new IllegalStateException("no database");
    }

    @Override
    public Handling userDeleted(UserDeleted event, Origin origin) {
      throw new IllegalStateException("no database");
    }
  }
}
