package io.updraft.telemetry.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Json;
import io.updraft.telemetry.delivery.Callers;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.InOwnForm;
import io.updraft.telemetry.delivery.Intake;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.published.Value;
import io.updraft.testing.MutableClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteHandlerTest {
  private static final MutableClock CLOCK = MutableClock.at("2026-03-01T10:00:00.123456789Z");

  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void answersNothingWhereAllIsKept() {
    HttpResponse response = write(intake, "a value=1i 5\n", Map.of("org", "x", "bucket", "y"));

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void anEmptyBodyIsNoError() {
    assertThat(write(intake, "# nothing\n\n", Map.of()).status()).isEqualTo(204);
  }

  @Test
  void keepsWhatNoLongHolds() {
    write(intake, "a value=9223372036854775808u", Map.of());

    assertThat(intake.value("lamp", "a"))
        .isEqualTo(new Value.Exact(new BigDecimal("9223372036854775808")));
  }

  @Test
  void aLineKeepsItsGoodFields() {
    HttpResponse response =
        write(intake, "a good=1,no/name=2,long=\"%s\"".formatted("x".repeat(10_241)), Map.of());

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response).path("message").asText())
        .startsWith("partial write: lines refused: 1; line 1: metric_name must")
        .endsWith("line 1: value must have at most 10,240 bytes");
    assertThat(intake.value("lamp", "a.good")).isEqualTo(new Value.Decimal(1));
  }

  @Test
  void namesTheFirstBadLine() {
    JsonNode answer = json(write(intake, "a value=1\nb\n\nc", Map.of()));

    assertThat(answer.path("code").asText()).isEqualTo("invalid");
    assertThat(answer.path("line").asInt()).isEqualTo(2);
  }

  @Test
  void saysWhenNothingWasWritten() {
    assertThat(json(write(intake, "a value=NaN", Map.of())).path("message").asText())
        .isEqualTo(
            "nothing written: lines refused: 1; line 1: no value that its type holds at column 9");
  }

  @Test
  void refusesATimeBeyondTheUnit() {
    assertThat(
            json(write(intake, "a value=1 1700000000000000000", Map.of("precision", "s")))
                .path("message")
                .asText())
        .contains("line 1: a time that is not in this unit");
  }

  @Test
  void refusesAnotherPrecision() {
    HttpResponse response = write(intake, "a value=1", Map.of("precision", "h"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response).path("message").asText()).startsWith("invalid precision");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThat(response(intake, new byte[] {'a', ' ', (byte) 0xff}, Map.of()).status())
        .isEqualTo(400);
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    HttpResponse response = response(intake, new byte[InOwnForm.MOST_BYTES + 1], Map.of());

    assertThat(response.status()).isEqualTo(413);
    assertThat(json(response).path("code").asText()).isEqualTo("request too large");
  }

  @Test
  void refusesTooManyPoints() {
    assertThat(write(intake, "a f=1\n".repeat(50_001), Map.of()).status()).isEqualTo(413);
    assertThat(intake.calls()).isEmpty();
  }

  @Test
  void asksToComeBackWhenTheQuotaIsRenewed() {
    HttpResponse response =
        write(
            (_, _, _, _) -> new Taken.QuotaUsed("wait", Duration.ofSeconds(90)), "a f=1", Map.of());

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.headers()).containsEntry("retry-after", "90");
    assertThat(json(response).path("code").asText()).isEqualTo("too many requests");
  }

  private static HttpResponse write(Intake intake, String lines, Map<String, String> query) {
    return response(intake, lines.getBytes(StandardCharsets.UTF_8), query);
  }

  private static HttpResponse response(Intake intake, byte[] body, Map<String, String> query) {
    HttpRequest request =
        new HttpRequest(
            "r", "POST /api/v2/write", Map.of(), query, Map.of(), body, Callers.device("lamp"));
    return WriteHandler.of(new Deliver(intake, Clock.systemUTC()), CLOCK).handle(request);
  }

  private static JsonNode json(HttpResponse response) {
    return Json.read(response.body());
  }
}
