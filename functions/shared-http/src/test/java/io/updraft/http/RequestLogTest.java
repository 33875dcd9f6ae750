package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The lines as a function writes them. */
class RequestLogTest {
  private final PrintStream standardOutput = System.out;
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(lines.bytes, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(standardOutput);
  }

  @Test
  void oneLinePerRequest() {
    RecordedEvent.named("create-firmware")
        .body("{\"password\":\"hunter2\"}")
        .header("authorization", "Bearer hunter3")
        .sentTo(TestFunction.of(request -> HttpResponse.noContent()));

    assertThat(lines.json()).hasSize(1);
    JsonNode line = lines.json().getFirst();
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("message").asText()).isEqualTo("request");
    assertThat(line.path("request_id").asText()).isEqualTo("Vx1cEhKmliAEJvQ=");
    assertThat(line.path("organization").asText()).isEqualTo("acme");
    assertThat(line.path("route").asText()).isEqualTo("POST /api/v1/ota/firmware");
    assertThat(line.path("function").asText()).isEqualTo("function-under-test");
    assertThat(line.path("status").asInt()).isEqualTo(204);
    assertThat(line.path("duration_ms").asText()).matches("\\d+");
    assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z");
    assertThat(line.toString()).doesNotContain("hunter");
  }

  @Test
  void aDefectIsLoggedOnceUnderTheRequestId() {
    RecordedEvent.named("list-firmware")
        .sentTo(
            TestFunction.of(
                request -> {
                  throw new IllegalStateException("table gone");
                }));

    assertThat(lines.json()).hasSize(2);
    JsonNode line = lines.json().getFirst();
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("request_id").asText()).isEqualTo("Vx1cDj0oFiAEMfg=");
    assertThat(line.at("/error/type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.at("/error/message").asText()).isEqualTo("table gone");
    assertThat(line.at("/error/stack").asText()).contains("RequestLogTest");
    assertThat(lines.json().getLast().path("status").asInt()).isEqualTo(500);
  }

  @Test
  void aDependencyThatIsAwayIsAWarningWithItsCause() {
    Exception cause = new IllegalStateException("connection reset");
    RecordedEvent.named("list-firmware")
        .sentTo(
            TestFunction.of(
                request -> {
                  throw Problem.unavailable("Later.", Duration.ofSeconds(1)).exception(cause);
                }));

    assertThat(lines.json()).hasSize(2);
    assertThat(lines.json().getFirst().path("level").asText()).isEqualTo("WARN");
    assertThat(lines.json().getFirst().at("/error/stack").asText()).contains("connection reset");
  }

  @Test
  void aRefusalIsNothingMoreThanItsStatus() {
    RecordedEvent.named("list-firmware")
        .sentTo(
            TestFunction.of(
                request -> {
                  throw Problem.notFound("firmware", "abc").exception();
                }));

    assertThat(lines.json()).hasSize(1);
    assertThat(lines.json().getFirst().path("status").asInt()).isEqualTo(404);
    assertThat(lines.json().getFirst().has("error")).isFalse();
  }

  @Test
  void nothingOfARequestIsLeftForTheNext() {
    RecordedEvent.named("list-firmware")
        .sentTo(TestFunction.of(request -> HttpResponse.noContent()));

    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  private static final class Lines {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    List<JsonNode> json() {
      return bytes
          .toString(StandardCharsets.UTF_8)
          .lines()
          .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8)))
          .toList();
    }
  }
}
