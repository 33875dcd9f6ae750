package io.updraft.fleet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.updraft.fleet.http.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hears on NATS which alerts begin. */
final class AlertEar implements AutoCloseable {
  private static final String SUBJECT = "telemetry_service.alert.triggered";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Connection connection;
  private final Map<String, CompletableFuture<Heard>> byDevice = new ConcurrentHashMap<>();
  private final String metric;

  /**
   * An alert that has begun.
   *
   * @param triggered when it was found that the rule is broken
   * @param at when the event was here
   */
  record Heard(String device, String metric, Instant triggered, Instant at) {
    static Heard of(byte[] event, Instant at) {
      JsonNode data = Json.lenient(new String(event, StandardCharsets.UTF_8)).path("data");
      return new Heard(
          data.path("device_id").asText(),
          data.path("metric_name").asText(),
          Instant.parse(data.path("timestamp").asText()),
          at);
    }
  }

  /** Listens from now on to alerts of this metric. */
  AlertEar(URI nats, String metric) throws IOException, InterruptedException {
    this.metric = metric;
    this.connection =
        Nats.connect(
            new Options.Builder().server(nats.toString()).connectionName("updraft-bench").build());
    var _ = connection.createDispatcher(this::hear).subscribe(SUBJECT);
    awaitSubscribed();
  }

  private void awaitSubscribed() throws IOException, InterruptedException {
    try {
      connection.flush(PATIENCE);
    } catch (TimeoutException e) {
      throw new IOException("NATS does not answer", e);
    }
  }

  private void hear(Message message) {
    Heard heard = Heard.of(message.getData(), Instant.now());
    if (heard.metric().equals(metric)) {
      boolean _ = of(heard.device()).complete(heard);
    }
  }

  private CompletableFuture<Heard> of(String device) {
    return byDevice.computeIfAbsent(device, _ -> new CompletableFuture<>());
  }

  /** The alert of this device, as soon as it has begun. */
  Heard await(String device) throws IOException, InterruptedException {
    try {
      return of(device).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no alert of " + device + " was announced", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
