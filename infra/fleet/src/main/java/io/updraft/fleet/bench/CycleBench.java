package io.updraft.fleet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.campaign.FirmwareUpload;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Json;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whole updates: a poll that finds one, the address of its bytes, a report of progress and one of
 * success. The bytes themselves come from the object store and are left out, as in the figures of
 * hawkBit; what runs behind the reports, events included, is waited for and counted.
 */
final class CycleBench {
  private static final long FIRMWARE_SIZE = 64 << 10;
  private static final int MOST_IN_BULK = 1_000;
  private static final int OK = 200;

  private final BenchOptions options;
  private final Target target;

  CycleBench(BenchOptions options, Target target) {
    this.options = options;
    this.target = target;
  }

  /** Every device gets one update a round; the first round warms up and does not count. */
  Measurement run() throws IOException, InterruptedException {
    BenchFleet fleet =
        BenchFleet.enrol(target, "bench-cycle", Math.min(options.devices, MOST_IN_BULK));
    Measurement _ = round(fleet);
    List<Measurement> rounds = new ArrayList<>();
    for (int i = 0; i < options.rounds; i++) {
      rounds.add(round(fleet));
    }
    return Measurement.sum(rounds);
  }

  private Measurement round(BenchFleet fleet) throws IOException, InterruptedException {
    assign(fleet);
    ProcessCosts costs = target.costs();
    Rest.await(costs);
    double before = costs.cpuSeconds();
    Load.Result result =
        new Load(target.url(), options.connections)
            .times(fleet.size(), (wire, number) -> cycle(fleet, wire, number));
    Rest.await(costs);
    return Measurement.of("device cycles", result, costs.cpuSeconds() - before);
  }

  private static void assign(BenchFleet fleet) throws InterruptedException {
    FirmwareUpload upload =
        new FirmwareUpload(fleet.api(), fleet.admin(), fleet.store(), Patience.usual());
    String version = FirmwareUpload.versionAt(Instant.now());
    String firmware = upload.upload(BenchFleet.MODEL, version, FIRMWARE_SIZE, version.hashCode());
    Map<String, Object> body = Map.of("device_ids", fleet.ids(), "firmware_id", firmware);
    JsonNode results =
        fleet
            .api()
            .send(Call.post("/api/v1/ota/devices/bulk/update", body), fleet.admin())
            .require("assign the firmware")
            .body()
            .path("results");
    for (JsonNode result : results) {
      if (!result.path("success").asBoolean()) {
        throw new Refused("an update was not made: " + result);
      }
    }
  }

  private static void cycle(BenchFleet fleet, Wire wire, int number) throws IOException {
    Session session = new Session(wire, fleet.authorization(number));
    JsonNode next = session.get("/api/v1/ota/devices/" + fleet.id(number) + "/updates/next");
    String firmware = next.path("firmware_id").asText();
    JsonNode _ = session.get("/api/v1/ota/firmware/" + firmware + "/download");
    String reports = "/api/v1/ota/updates/" + next.path("update_id").asText() + "/status";
    session.post(reports, Map.of("status", "downloading", "download_progress", 50));
    session.post(
        reports,
        Map.of(
            "status",
            "completed",
            "checksum_verified",
            true,
            "firmware_version",
            next.path("version").asText()));
  }

  /** A connection as one device uses it. */
  private record Session(Wire wire, String authorization) {
    JsonNode get(String path) throws IOException {
      return Json.lenient(expectOk(wire.send("GET", path, authorization, "")).body());
    }

    void post(String path, Map<String, ?> body) throws IOException {
      Wire.Reply _ = expectOk(wire.send("POST", path, authorization, Json.of(body).toString()));
    }

    private static Wire.Reply expectOk(Wire.Reply reply) throws IOException {
      if (reply.status() != OK) {
        throw new IOException("a step of an update was answered with " + reply);
      }
      return reply;
    }
  }
}
