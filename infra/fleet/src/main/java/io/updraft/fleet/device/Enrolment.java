package io.updraft.fleet.device;

import io.updraft.fleet.http.Answer;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Credentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Gives a device its key and its place in the registry, as an admin: a device itself can't say
 * which groups it is in.
 */
public final class Enrolment {
  /** What a device runs that was never here before. */
  public static final String FIRST_VERSION = "1.0.0";

  private static final String HARDWARE_VERSION = "1.0.0";

  /** More at once would only wait for each other in the database. */
  private static final int MOST_AT_ONCE = 16;

  private final Api api;
  private final Credentials admin;
  private final DeviceKeys keys;
  private final String model;
  private final String group;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  public Enrolment(Api api, Credentials admin, DeviceKeys keys, FleetPlan plan) {
    this.api = api;
    this.admin = admin;
    this.keys = keys;
    this.model = plan.model();
    this.group = plan.group();
  }

  /**
   * Enrols a device, or finds it enrolled.
   *
   * @return the firmware version that it runs
   */
  public String enrol(String device) throws InterruptedException {
    turns.acquire();
    try {
      boolean known = keys.of(device).isPresent();
      String version = known ? register(device, Optional.empty()) : "";
      // Registered before it has a key, so that what has a key has told its version.
      if (version.isEmpty()) {
        version = register(device, Optional.of(FIRST_VERSION));
      }
      key(device);
      return version;
    } finally {
      turns.release();
    }
  }

  /** The device's key, a new one where it has none. */
  public String key(String device) throws InterruptedException {
    Optional<String> kept = keys.of(device);
    return kept.isPresent() ? kept.get() : newKey(device);
  }

  /** What the device itself sends with its requests. */
  public Credentials credentials(String device) {
    return new DeviceKey(device, this);
  }

  String newKey(String device) throws InterruptedException {
    Call call = Call.post("/api/v1/admin/keys", Map.of("role", "device", "device", device));
    String key = api.send(call, admin).require("make a key for " + device).text("key");
    keys.keep(device, key);
    return key;
  }

  /** A version that is left out stays as it is: an update may have changed it. */
  private String register(String device, Optional<String> version) throws InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("model", model);
    body.put("hardware_version", HARDWARE_VERSION);
    body.put("groups", List.of(group));
    version.ifPresent(v -> body.put("firmware_version", v));
    Answer answer = api.send(Call.put("/api/v1/devices/" + device, body), admin);
    return answer.require("register " + device).text("firmware_version");
  }
}
