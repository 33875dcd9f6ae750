package io.updraft.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.InOwnForm;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryProtocolsFunctionTest {
  private static final String WRITE = "POST /api/v2/write";

  private final RecordingIntake intake = new RecordingIntake();
  private final TelemetryProtocolsFunction function =
      new TelemetryProtocolsFunction(new Deliver(intake, Clock.systemUTC()), Clock.systemUTC());

  @ParameterizedTest
  @ValueSource(strings = {WRITE, "POST /v1/metrics"})
  void admitsThoseWhoMaySend(String route) {
    assertThat(status(route, call -> call.asDevice("acme", "lamp"))).isIn(200, 204);
    assertThat(status(route, call -> call.asGateway("acme", "maker"))).isIn(200, 204);
    assertThat(status(route, call -> call.as("acme", "ann", "operator"))).isIn(200, 204);
    assertThat(status(route, call -> call.as("acme", "ann", "admin"))).isIn(200, 204);
    assertThat(status(route, call -> service(call, "telemetry:write"))).isIn(200, 204);
    assertThat(status(route, call -> service(call, "telemetry:read"))).isEqualTo(403);
    assertThat(status(route, call -> call.as("acme", "eve", "viewer"))).isEqualTo(403);
    assertThat(status(route, call -> call)).isEqualTo(401);
  }

  private int status(String route, UnaryOperator<ApiCall> caller) {
    ApiCall empty =
        route.equals(WRITE)
            ? ApiCall.of(route).body("text/plain", "")
            : ApiCall.of(route).json("{}");
    return caller.apply(empty).on(function).status();
  }

  private static ApiCall service(ApiCall call, String scope) {
    return call.by(
        Map.of(
            "valid", "true",
            "organization", "acme",
            "user", "maker",
            "roles", "service",
            "scopes", scope,
            "expires_at", "4102444800"));
  }

  @Test
  void aBodyThatGrowsBeyondTheLimitIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(new byte[InOwnForm.MOST_BYTES + 1]);
    }

    ApiAnswer answer =
        ApiCall.of(WRITE)
            .asDevice("acme", "lamp")
            .body("text/plain", bytes.toByteArray())
            .header("content-encoding", "gzip")
            .on(function);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(intake.calls()).isEmpty();
  }
}
