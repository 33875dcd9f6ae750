package io.updraft.firmware.rig;

import io.updraft.dynamodb.Item;
import io.updraft.events.Envelope;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.firmware.FirmwareLifecycleFunction;
import io.updraft.firmware.FirmwareQueryFunction;
import io.updraft.firmware.FirmwareUploadFunction;
import io.updraft.firmware.SigningKeysFunction;
import io.updraft.firmware.arrived.FirmwareArrivedHandler;
import io.updraft.firmware.sweep.FirmwareSweepHandler;
import io.updraft.lambda.Environment;
import io.updraft.testing.ApiCall;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The functions of this context on a real database and a real store. */
public final class Rig {
  private final TestDatabase database;
  private final Map<String, String> environment;
  private final HttpClient http = HttpClient.newHttpClient();

  public final FirmwareUploadFunction upload;
  public final FirmwareLifecycleFunction lifecycle;
  public final FirmwareQueryFunction query;
  public final SigningKeysFunction keys;

  public Rig(TestDatabase database, ObjectStore store, Map<String, String> more) {
    this.database = database;
    this.environment = new HashMap<>(database.environment("FirmwareUpload"));
    environment.putAll(store.environment("FIRMWARE_BUCKET"));
    environment.putAll(database.access());
    environment.putAll(more);
    this.upload = supplied(FirmwareUploadFunction::new);
    this.lifecycle = supplied(FirmwareLifecycleFunction::new);
    this.query = supplied(FirmwareQueryFunction::new);
    this.keys = supplied(SigningKeysFunction::new);
  }

  /** A call of a route by a firmware manager of the organization acme. */
  public static ApiCall call(String routeKey) {
    return ApiCall.of(routeKey).as("acme", "fiona", "firmware_manager");
  }

  public Environment environment() {
    return Environment.of(environment);
  }

  /** What the trigger of the bucket does when an upload's object has been created. */
  public void arrived(String organization, String uploadId) {
    try {
      supplied(FirmwareArrivedHandler::new)
          .handleRequest(
              event(organization, uploadId), OutputStream.nullOutputStream(), new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void swept() {
    supplied(FirmwareSweepHandler::new)
        .handleRequest(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), new TestContext());
  }

  /** A PUT as any client does it; the status. */
  public int put(String url, byte[] bytes) {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(url))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return sent(put).statusCode();
  }

  /** A PUT of one part; its ETag. */
  public String putPart(String url, byte[] bytes) {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(url))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return sent(put).headers().firstValue("etag").orElseThrow();
  }

  public java.net.http.HttpResponse<byte[]> get(URI url, String range) {
    return sent(HttpRequest.newBuilder(url).header("range", range).build());
  }

  /** The events in the outbox about one firmware of acme, in their order. */
  public List<Envelope> events(String firmwareId) {
    return database
        .client()
        .scan(r -> r.tableName(environment.get("OUTBOX_TABLE")))
        .items()
        .stream()
        .map(Item::new)
        .filter(item -> item.text("pk").equals("acme#" + firmwareId))
        .sorted(Comparator.comparing(item -> item.text("sk")))
        .map(item -> envelope(item.text("event")))
        .toList();
  }

  public List<String> eventTypes(String firmwareId) {
    return events(firmwareId).stream().map(Envelope::type).toList();
  }

  private static Envelope envelope(String json) {
    if (new EventJson().read(json) instanceof ReadResult.Known(var envelope)) {
      return envelope;
    }
    throw new AssertionError("no event: " + json);
  }

  private java.net.http.HttpResponse<byte[]> sent(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream event(String organization, String uploadId) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Rig.class.getResourceAsStream("/events/object-created.json"))) {
      String json =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("incoming/acme/KEY", "incoming/" + organization + "/" + uploadId);
      return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
  }

  private <T> T supplied(ScopedValue.CallableOp<T, RuntimeException> creation) {
    return Environment.supply(environment, creation);
  }
}
