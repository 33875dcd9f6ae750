package io.updraft.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.local.lambda.Json;
import io.updraft.local.sample.Journal;
import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sample application, running in this process. */
final class RunningSample implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path folder;
  private final Options options;
  private final Parts parts;

  private RunningSample(Path folder, Options options, Parts parts) {
    this.folder = folder;
    this.options = options;
    this.parts = parts;
  }

  /** Starts it on a folder, where it finds what an earlier one left. */
  static RunningSample start(Path folder) throws IOException {
    System.setProperty("updraft.test.journal", folder.toString());
    return start(folder, options(folder, Ports.free()));
  }

  static RunningSample start(Path folder, Options options) throws IOException {
    return new RunningSample(folder, options, Parts.start(options, template()));
  }

  static Options options(Path folder, int port) {
    return Options.parse(
        new String[] {"--port", String.valueOf(port), "--data", folder.resolve("data").toString()},
        folder);
  }

  static Path template() {
    try {
      return Path.of(
          Objects.requireNonNull(RunningSample.class.getResource("sample.yaml")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  Options options() {
    return options;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)).build());
  }

  /** Posts to the Invoke API. */
  HttpResponse<String> invoke(String function, String payload, String... headers) throws Exception {
    URI url = URI.create(address("invoke") + "/2015-03-31/functions/" + function + "/invocations");
    return send(request(url, headers).POST(BodyPublishers.ofString(payload)).build());
  }

  /** Puts messages on a queue as the SDK does. */
  HttpResponse<String> enqueue(String queue, String... bodies) throws Exception {
    StringBuilder entries = new StringBuilder();
    for (String body : bodies) {
      entries.append(entries.isEmpty() ? "" : ",");
      entries.append("{\"Id\":\"%s\",\"MessageBody\":\"%s\"}".formatted(body, body));
    }
    String call = "{\"QueueUrl\":\"%s\",\"Entries\":[%s]}".formatted(queue, entries);
    URI url = URI.create(address("invoke") + "/");
    return send(
        request(url, "x-amz-target", "AmazonSQS.SendMessageBatch")
            .POST(BodyPublishers.ofString(call))
            .build());
  }

  static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    return request(URI.create(options.localUrl() + path), headers);
  }

  private static HttpRequest.Builder request(URI url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  /** The runtime file. */
  JsonNode runtimeFile() {
    try {
      return Json.read(Files.readAllBytes(options.data().resolve(RuntimeFile.NAME)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String address(String name) {
    return runtimeFile().path(name).asText();
  }

  /** What a function wrote down. */
  List<String> journal(String function) {
    return Journal.lines(folder.resolve(function));
  }

  void putOrder(String key) {
    int port = URI.create(address("dynamodb")).getPort();
    try (DynamoDbClient client = DynamoDbAccess.on(port, DynamoDbClient.builder()).build()) {
      client.putItem(p -> p.tableName("Orders").item(Map.of("pk", AttributeValue.fromS(key))));
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
