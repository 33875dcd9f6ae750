package io.updraft.fleet.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Answer;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.ObjectStore;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Uploads a generated firmware the way a large one goes: straight to the store. */
public final class FirmwareUpload {
  private static final int MOST_ATTEMPTS = 5;
  private static final int LOW_DIGITS = 100_000;
  private static final int CONFLICT = 409;

  private final Api api;
  private final Credentials admin;
  private final ObjectStore store;
  private final Patience patience;

  public FirmwareUpload(Api api, Credentials admin, ObjectStore store, Patience patience) {
    this.api = api;
    this.admin = admin;
    this.store = store;
    this.patience = patience;
  }

  /**
   * Uploads a firmware and waits until it is available.
   *
   * @param version newer than what the devices run
   * @param size bytes; the content follows from the seed
   * @return its id
   */
  public String upload(String model, String version, long size, long seed)
      throws InterruptedException {
    Answer created = declared(model, version, size).require("declare the firmware");
    return sent(created, size, seed);
  }

  /** The same, where no firmware of that version exists yet. */
  public void uploadUnlessThere(String model, String version, long size, long seed)
      throws InterruptedException {
    Answer created = declared(model, version, size);
    if (created.status() != CONFLICT) {
      String _ = sent(created.require("declare the firmware"), size, seed);
    }
  }

  private Answer declared(String model, String version, long size) throws InterruptedException {
    return api.send(Call.post("/api/v1/ota/firmware", declaration(model, version, size)), admin);
  }

  private String sent(Answer created, long size, long seed) throws InterruptedException {
    String id = created.text("firmware_id");
    put(created.body().path("upload"), size, seed);
    // A completion that was already made by the arrival of the object is not an error here.
    var _ = api.send(Call.post("/api/v1/ota/firmware/" + id + "/complete", Map.of()), admin);
    awaitAvailable(id);
    return id;
  }

  /** A version that is higher than all that were made before, from the time. */
  public static String versionAt(Instant time) {
    long seconds = time.getEpochSecond();
    return "1.%d.%d".formatted(seconds / LOW_DIGITS, seconds % LOW_DIGITS);
  }

  private static Map<String, Object> declaration(String model, String version, long size) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "simulated-" + model);
    fields.put("version", version);
    fields.put("device_model", model);
    fields.put("manufacturer", "Updraft");
    fields.put("file_size", size);
    fields.put("filename", "simulated-" + version + ".bin");
    return fields;
  }

  private void put(JsonNode upload, long size, long seed) throws InterruptedException {
    if (!upload.path("method").asText().equals("PUT")) {
      throw new Refused("a firmware of %d bytes is uploaded in parts; use less".formatted(size));
    }
    Patience.Waits waits = patience.waits();
    for (int attempt = 1; !isPut(upload, size, seed, attempt); attempt++) {
      waits.pause(Duration.ZERO);
    }
  }

  private boolean isPut(JsonNode upload, long size, long seed, int attempt)
      throws InterruptedException {
    try {
      store.put(upload, () -> new GeneratedBytes(seed, size), size);
      return true;
    } catch (IOException away) {
      if (attempt == MOST_ATTEMPTS) {
        throw new Refused("can't upload the firmware: " + away.getMessage());
      }
      return false;
    }
  }

  private void awaitAvailable(String id) throws InterruptedException {
    Patience.Waits waits = patience.waits();
    Answer now = firmware(id);
    while (!now.text("status").equals("available")) {
      if (now.text("status").equals("rejected")) {
        throw new Refused("the firmware was rejected: " + now.text("reason"));
      }
      waits.pause(Duration.ZERO);
      now = firmware(id);
    }
  }

  private Answer firmware(String id) throws InterruptedException {
    return api.send(Call.get("/api/v1/ota/firmware/" + id), admin).require("read the firmware");
  }
}
