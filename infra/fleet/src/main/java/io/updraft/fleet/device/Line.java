package io.updraft.fleet.device;

import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.Refused;
import java.util.HashMap;
import java.util.Map;

/** A device's line to the server: it asks and reports, with its own credentials. */
final class Line {
  private final Api api;
  private final String device;
  private final Credentials credentials;

  Line(Api api, String device, Credentials credentials) {
    this.api = api;
    this.device = device;
    this.credentials = credentials;
  }

  /**
   * Polls.
   *
   * @throws Refused where the device is not let in
   */
  Next next() throws InterruptedException {
    String path = "/api/v1/ota/devices/" + device + "/updates/next";
    return Next.of(api.send(Call.poll(path), credentials).require("poll as " + device));
  }

  /** Reports until the server has acknowledged it. */
  Reaction report(String updateId, DeviceState state, Map<String, ?> details)
      throws InterruptedException {
    Map<String, Object> body = new HashMap<>(details);
    body.put("status", state.wireName());
    String path = "/api/v1/ota/updates/" + updateId + "/status";
    return Reaction.to(api.send(Call.report(path, body), credentials));
  }
}
