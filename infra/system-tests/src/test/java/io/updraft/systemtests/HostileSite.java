package io.updraft.systemtests;

import io.updraft.fleet.http.Call;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A runtime that holds something of two organizations, and ways to send it bad requests. */
final class HostileSite implements AutoCloseable {
  static final String CAMPAIGNS = "/api/v1/ota/campaigns";
  static final String FIRMWARE = "/api/v1/ota/firmware";

  final RuntimeProcess runtime;
  final Client client;
  final Tokens tokens;
  final Bearer admin;
  final Bearer stranger;
  final String firmware;
  final String campaign;
  final String update;

  private HostileSite(RuntimeProcess runtime) throws Exception {
    this.runtime = runtime;
    client = Client.of(runtime);
    tokens = Tokens.of(runtime);
    admin = tokens.user("admin");
    stranger = tokens.user("admin", "other-org");
    Operator operator = Operator.of(runtime);
    firmware = operator.firmware(SimulatedFleet.MODEL, "2.0.0", 1_000);
    register(operator);
    update =
        operator.post("devices/dev-2/update", Map.of("firmware_id", firmware)).text("update_id");
    campaign =
        operator
            .post(
                "campaigns",
                Map.of(
                    "name",
                    "Here",
                    "firmware_id",
                    firmware,
                    "target_devices",
                    List.of("dev-1"),
                    "deployment_strategy",
                    "immediate"))
            .text("campaign_id");
  }

  static HostileSite start(Path data) throws Exception {
    RuntimeProcess runtime = RuntimeProcess.start(data);
    try {
      return new HostileSite(runtime);
    } catch (Exception | AssertionError e) {
      runtime.close();
      throw e;
    }
  }

  private static void register(Operator operator) throws InterruptedException {
    for (String device : List.of("dev-1", "dev-2")) {
      Map<String, String> body =
          Map.of(
              "model", SimulatedFleet.MODEL,
              "hardware_version", "1.0.0",
              "firmware_version", "1.0.0");
      var _ =
          operator
              .api()
              .send(Call.put("/api/v1/devices/" + device, body), operator.admin())
              .require("register");
    }
  }

  /** A POST of this text as JSON by the admin. */
  Reply json(String path, String body) throws IOException, InterruptedException {
    return client.send(
        authorized(path, admin, "application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  HttpRequest.Builder authorized(String path, Bearer caller, String mediaType, byte[] body) {
    return client
        .request(path)
        .header("Authorization", caller.header())
        .header("Content-Type", mediaType)
        .POST(BodyPublishers.ofByteArray(body));
  }

  Reply get(String path, Bearer caller) throws IOException, InterruptedException {
    return withHeader(path, caller.header());
  }

  /** A GET with this Authorization. */
  Reply withHeader(String path, String authorization) throws IOException, InterruptedException {
    return client.send(client.request(path).header("Authorization", authorization));
  }

  /** Another method, without a body. */
  Reply method(String method, String path, Bearer caller) throws IOException, InterruptedException {
    return client.send(
        client
            .request(path)
            .header("Authorization", caller.header())
            .method(method, BodyPublishers.noBody()));
  }

  @Override
  public void close() {
    runtime.close();
  }
}
