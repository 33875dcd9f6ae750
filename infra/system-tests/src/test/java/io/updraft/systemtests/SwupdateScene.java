package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Firmware in images of SWUpdate, devices that run it, and what an operator sees of both. */
final class SwupdateScene {
  static final String OTA = "/api/v1/ota/";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");
  private static final int OK = 200;
  private static final int CREATED = 300;

  private final Path folder;
  private final RuntimeProcess runtime;
  private final Client client;
  private final Bearer admin;

  SwupdateScene(Path folder, RuntimeProcess runtime) throws Exception {
    this.folder = folder;
    this.runtime = runtime;
    this.client = Client.of(runtime);
    this.admin = Tokens.of(runtime).user("admin");
  }

  /** So many bytes that nobody can guess. */
  static byte[] content(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    return content;
  }

  Path place(String device) throws IOException {
    return Files.createDirectories(folder.resolve("disk-" + device)).resolve("application");
  }

  /** Registers the device, and starts SWUpdate on it. */
  SwupdateClient device(String id, String model, String... options) throws Exception {
    require(
        client.put(
            "/api/v1/devices/" + id, admin, Map.of("model", model, "firmware_version", "1.0.0")));
    return SwupdateClient.start(folder, runtime, id, key(id), options);
  }

  private String key(String device) throws Exception {
    Map<String, String> wanted = Map.of("role", "device", "device", device);
    return require(client.post("/api/v1/admin/keys", admin, wanted)).text("key");
  }

  /** Uploads the image as the firmware of a model; returns its id. */
  String firmware(String model, String version, Path image) throws Exception {
    Reply declared =
        require(
            client.post(
                OTA + "firmware",
                admin,
                Map.of(
                    "name",
                    model,
                    "version",
                    version,
                    "device_model",
                    model,
                    "manufacturer",
                    "Acme",
                    "filename",
                    "app-" + version + ".swu",
                    "file_size",
                    Files.size(image))));
    URI upload = URI.create(declared.json().path("upload").path("url").asText());
    var _ =
        client
            .http()
            .send(
                HttpRequest.newBuilder(upload).PUT(BodyPublishers.ofFile(image)).build(),
                BodyHandlers.discarding());
    String id = declared.text("firmware_id");
    client.post(OTA + "firmware/" + id + "/complete", admin, Map.of());
    return Eventually.read(
            PATIENCE,
            () -> get("firmware/" + id),
            f -> f.path("status").asText().equals("available"))
        .path("firmware_id")
        .asText();
  }

  /** Starts a campaign over the devices; returns its id. */
  String campaign(String firmwareId, List<String> devices) throws Exception {
    Reply created =
        require(
            client.post(
                OTA + "campaigns",
                admin,
                Map.of(
                    "name",
                    "swupdate",
                    "firmware_id",
                    firmwareId,
                    "target_devices",
                    devices,
                    "deployment_strategy",
                    "immediate",
                    "max_retries",
                    0)));
    String id = created.text("campaign_id");
    require(client.post(OTA + "campaigns/" + id + "/start", admin, Map.of()));
    return id;
  }

  Reply cancel(String updateId) throws Exception {
    return require(client.post(OTA + "updates/" + updateId + "/cancel", admin, Map.of()));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return Json.lenient(
        client
            .send(client.request(OTA + path).header("Authorization", admin.header()).GET())
            .body());
  }

  /** The device's only update, once it is as wanted. */
  JsonNode update(String device, Predicate<JsonNode> wanted) throws Exception {
    JsonNode listed =
        Eventually.read(
            PATIENCE,
            () -> get("devices/" + device + "/updates").path("updates").path(0),
            update -> !update.isMissingNode() && wanted.test(update));
    assertThat(wanted.test(listed)).as(listed.toString()).isTrue();
    return get("updates/" + listed.path("update_id").asText());
  }

  /** The phase may be over: SWUpdate installs what it is still fetching. */
  JsonNode updateThatWas(String device, String phase) throws Exception {
    return update(device, u -> u.path("phases").has(phase));
  }

  JsonNode ended(String device) throws Exception {
    return update(device, u -> ENDED.contains(u.path("status").asText()));
  }

  private static Reply require(Reply reply) {
    if (reply.status() < OK || reply.status() >= CREATED) {
      throw new IllegalStateException(reply.status() + " " + reply.body());
    }
    return reply;
  }
}
