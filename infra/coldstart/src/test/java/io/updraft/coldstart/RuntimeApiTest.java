package io.updraft.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As the process of a function sees it. */
@Timeout(30)
class RuntimeApiTest {
  private static final String VERSION = "/2018-06-01/runtime/";
  private static final String NEXT = VERSION + "invocation/next";

  private final HttpClient client = HttpClient.newHttpClient();
  private RuntimeApi api;

  @BeforeEach
  void open() throws IOException {
    api = new RuntimeApi("{\"a\":1}".getBytes(UTF_8));
  }

  @AfterEach
  void close() {
    api.close();
    client.close();
  }

  @Test
  void theEventIsGivenOnceWithWhatTheClientNeeds() throws Exception {
    HttpResponse<String> event = client.send(get(NEXT), BodyHandlers.ofString());

    assertThat(event.statusCode()).isEqualTo(200);
    assertThat(event.body()).isEqualTo("{\"a\":1}");
    assertThat(event.headers().map())
        .containsKeys(
            "lambda-runtime-aws-request-id",
            "lambda-runtime-deadline-ms",
            "lambda-runtime-invoked-function-arn");
    assertThat(waiting(NEXT)).as("who asks again waits").isNotDone();
  }

  @Test
  void theAnswerIsTaken() throws Exception {
    assertThat(post("invocation/1/response", "{\"ok\":true}")).isEqualTo(202);
    assertThat(api.answer().get()).asString(UTF_8).isEqualTo("{\"ok\":true}");
  }

  @Test
  void anErrorIsTheFailureOfTheStart() throws Exception {
    assertThat(post("init/error", "{\"errorMessage\":\"no such class\"}")).isEqualTo(202);
    assertThat(api.answer())
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableThat()
        .withMessageContaining("no such class");
    assertThat(api.checkpoint()).isCompletedExceptionally();
  }

  @Test
  void aProcessThatIsReadyWaitsForItsRestore() throws Exception {
    CompletableFuture<HttpResponse<Void>> restored = waiting(VERSION + "restore/next");
    api.checkpoint().get(5, TimeUnit.SECONDS);
    assertThat(restored).isNotDone();

    api.restore();

    assertThat(restored.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  private CompletableFuture<HttpResponse<Void>> waiting(String path) {
    return client.sendAsync(get(path), BodyHandlers.discarding());
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(uri(path)).GET().build();
  }

  private int post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(VERSION + path)).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://" + api.address() + path);
  }
}
