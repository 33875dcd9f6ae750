package io.updraft.systemtests;

import io.updraft.fleet.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Sends each request once, and shows what came back. */
record Client(URI base, HttpClient http) {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  static Client of(RuntimeProcess runtime) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    return new Client(runtime.url(), http);
  }

  Reply post(String path, Bearer caller, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", caller.header())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.of(body).toString())));
  }

  Reply put(String path, Bearer caller, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", caller.header())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(Json.of(body).toString())));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
  }

  Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }
}
