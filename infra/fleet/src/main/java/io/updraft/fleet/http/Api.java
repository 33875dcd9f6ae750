package io.updraft.fleet.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends requests until they are answered for good: while the server is away, or says that it can't
 * answer now, the request is sent again, for as long as it takes. Whoever sends must therefore be
 * able to send twice, as devices are.
 */
public final class Api {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  private final URI base;
  private final Connections connections;
  private final Traffic traffic;
  private final Patience patience;

  public Api(URI base, Connections connections, Traffic traffic, Patience patience) {
    this.base = base;
    this.connections = connections;
    this.traffic = traffic;
    this.patience = patience;
  }

  /** The answer; never 429 or 5xx, and 401 only where no other credentials could be had. */
  public Answer send(Call call, Credentials credentials) throws InterruptedException {
    String header = credentials.header();
    Answer answer = sendPatiently(call, header);
    return answer.isUnauthorized() && credentials.renew(header)
        ? sendPatiently(call, credentials.header())
        : answer;
  }

  private Answer sendPatiently(Call call, String authorization) throws InterruptedException {
    Patience.Waits waits = patience.waits();
    Optional<Answer> answer = sendOnce(call, authorization);
    while (answer.map(Answer::isTemporary).orElse(true)) {
      waits.pause(answer.map(Answer::retryAfter).orElse(Duration.ZERO));
      traffic.retried();
      answer = sendOnce(call, authorization);
    }
    return answer.orElseThrow();
  }

  private Optional<Answer> sendOnce(Call call, String authorization) throws InterruptedException {
    HttpRequest request = request(call, authorization);
    try {
      return Optional.of(connections.inTurn(client -> timed(call, client, request)));
    } catch (IOException away) {
      traffic.unreachable();
      return Optional.empty();
    }
  }

  private Answer timed(Call call, java.net.http.HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Answer answer = answer(client.send(request, BodyHandlers.ofString()));
    traffic.answered(call, answer, Duration.ofNanos(System.nanoTime() - start));
    return answer;
  }

  private HttpRequest request(Call call, String authorization) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(base.resolve(call.path()))
            .timeout(REQUEST_TIMEOUT)
            .header("Authorization", authorization)
            .header("Accept", "application/json");
    if (call.body() == null) {
      return builder.method(call.method(), BodyPublishers.noBody()).build();
    }
    return withBody(builder.header("Content-Type", "application/json"), call).build();
  }

  private static HttpRequest.Builder withBody(HttpRequest.Builder builder, Call call) {
    String body = String.valueOf(call.body());
    return call.kind() == Call.Kind.BATCH
        ? builder
            .header("Content-Encoding", "gzip")
            .method(call.method(), BodyPublishers.ofByteArray(Gzip.pack(body)))
        : builder.method(call.method(), BodyPublishers.ofString(body));
  }

  private static Answer answer(HttpResponse<String> response) {
    Duration retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("\\d{1,6}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(Duration.ZERO);
    return new Answer(response.statusCode(), Json.lenient(response.body()), retryAfter);
  }
}
