package io.updraft.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.events.OtaSamples;
import io.updraft.events.TelemetrySamples;
import io.updraft.events.json.ReadResult.Known;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A golden file is the promise to the readers of an event: what changes it, breaks them. */
class GoldenTest {
  private static final UUID ID = UUID.fromString("0b6c1d7e-7f0a-4f55-9f5e-2f6a1c9d3e10");
  private static final Origin ORIGIN =
      new Origin(
          "org-1",
          "01JDEXAMPLEREQUEST0000001",
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private final EventJson json = new EventJson();

  static Stream<Event> samples() {
    return Stream.of(OtaSamples.all(), TelemetrySamples.all()).flatMap(List::stream);
  }

  static Envelope envelope(Event event) {
    return Envelope.of(event, ORIGIN, 7, ID);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writesWhatTheGoldenFileShows(Event event) throws IOException {
    JsonNode written = PLAIN.readTree(json.write(envelope(event)));

    assertThat(written.toPrettyString() + "\n").isEqualTo(golden(event));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsTheGoldenFileBack(Event event) {
    assertThat(json.read(golden(event))).isEqualTo(new Known(envelope(event)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ignoresFieldsThatALaterVersionHasAdded(Event event) throws IOException {
    ObjectNode later = (ObjectNode) PLAIN.readTree(golden(event));
    addUnknownFields(later);
    addUnknownFields((ObjectNode) later.get("data"));
    ((ObjectNode) later.get("metadata")).putObject("later_object").put("x", 1);

    assertThat(json.read(later.toString())).isEqualTo(new Known(envelope(event)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void putsNoObjectInsideAPayload(Event event) throws JsonProcessingException {
    assertThat(PLAIN.readTree(golden(event)).get("data")).noneMatch(JsonNode::isObject);
  }

  private static void addUnknownFields(ObjectNode object) {
    object.put("later_text", "x").putNull("later_null");
    object.putObject("later_object").putArray("list").add(1).addObject().put("deep", true);
  }

  private static String golden(Event event) {
    String file = "/golden/" + event.type() + ".json";
    try (InputStream in = GoldenTest.class.getResourceAsStream(file)) {
      return in == null
          ? fail("no golden file " + file)
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
