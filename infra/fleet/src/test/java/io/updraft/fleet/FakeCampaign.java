package io.updraft.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Devices, one firmware and one campaign, by the rules of the API as far as devices see them. */
final class FakeCampaign {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> ORDER =
      List.of(
          "scheduled",
          "in_progress",
          "downloading",
          "verifying",
          "installing",
          "rebooting",
          "completed",
          "failed",
          "cancelled");
  private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, ObjectNode> devices = new TreeMap<>();
  private final Map<String, String> statuses = new TreeMap<>();
  private final Map<String, List<String>> reports = new HashMap<>();
  private byte[] bytes = new byte[0];
  private String version = "";
  private String announced = "";
  private String cancelReason = "";
  private int keysMade;
  private boolean miscounts;
  private boolean holdsSwitch;
  private final Set<String> installed = new TreeSet<>();
  private JsonNode plan = MAPPER.createObjectNode();

  synchronized String newKey(String device) {
    String key = "upk_" + device + "_" + ++keysMade;
    keys.put(device, key);
    return key;
  }

  synchronized int keysMade() {
    return keysMade;
  }

  synchronized boolean isKeyOf(String device, String key) {
    return key.equals(keys.get(device));
  }

  synchronized void revokeAllKeys() {
    keys.clear();
  }

  synchronized ObjectNode register(String id, JsonNode body) {
    ObjectNode device = devices.computeIfAbsent(id, _ -> MAPPER.createObjectNode());
    device.setAll((ObjectNode) body);
    return device.deepCopy();
  }

  synchronized JsonNode device(String id) {
    return register(id, MAPPER.createObjectNode());
  }

  synchronized ObjectNode declare(JsonNode body, String address) {
    version = body.path("version").asText();
    ObjectNode firmware = MAPPER.createObjectNode().put("firmware_id", "fw");
    firmware.putObject("upload").put("method", "PUT").put("url", address);
    return firmware;
  }

  synchronized void stored(byte[] stored) {
    bytes = stored;
    announced = sha256(stored);
  }

  synchronized void announceWrongChecksum() {
    announced = "00";
  }

  synchronized byte[] bytes() {
    return bytes;
  }

  synchronized ObjectNode firmware() {
    return MAPPER
        .createObjectNode()
        .put("firmware_id", "fw")
        .put("status", bytes.length == 0 ? "pending_upload" : "available");
  }

  /** Lets devices switch to what they installed only when all have installed. */
  synchronized void holdSwitch() {
    holdsSwitch = true;
  }

  /** The body that the campaign was created with. */
  synchronized JsonNode plan() {
    return plan;
  }

  synchronized ObjectNode create(JsonNode body) {
    plan = body;
    return MAPPER.createObjectNode().put("campaign_id", "cmp_1").put("status", "created");
  }

  synchronized ObjectNode start() {
    devices.keySet().forEach(id -> statuses.put("upd_" + id, "scheduled"));
    return view();
  }

  synchronized void cancel() {
    cancelReason = "stopped by a test";
  }

  synchronized void miscount() {
    miscounts = true;
  }

  synchronized ObjectNode view() {
    long completed = count("completed");
    long failed = count("failed");
    long cancelled = count("cancelled");
    long pending = count("scheduled");
    long all = statuses.size();
    return MAPPER
        .createObjectNode()
        .put("campaign_id", "cmp_1")
        .put("status", all == completed + failed + cancelled ? "completed" : "in_progress")
        .put("total_devices", miscounts ? all + 1 : all)
        .put("pending_devices", pending)
        .put("in_progress_devices", all - pending - completed - failed - cancelled)
        .put("completed_devices", completed)
        .put("failed_devices", failed)
        .put("cancelled_devices", cancelled);
  }

  synchronized ObjectNode next(String device, String address) {
    String update = "upd_" + device;
    String status = statuses.getOrDefault(update, "cancelled");
    ObjectNode next = MAPPER.createObjectNode();
    if (ENDED.contains(status)) {
      return next;
    }
    if (holdsSwitch) {
      next.put("switch_released", installed.size() == statuses.size());
    }
    return next.put("action", cancelReason.isEmpty() ? "install" : "cancel")
        .put("update_id", update)
        .put("version", version)
        .put("file_size", bytes.length)
        .put("download_url", address)
        .put("checksum_sha256", announced);
  }

  synchronized ObjectNode report(String update, JsonNode report) {
    String now = statuses.get(update);
    String wanted = report.path("status").asText();
    reports.computeIfAbsent(update, _ -> new ArrayList<>()).add(report.toString());
    if (report.path("install_progress").asInt() == 100) {
      installed.add(update);
    }
    if (wanted.equals("rebooting") && holdsSwitch && installed.size() < statuses.size()) {
      throw new AssertionError(update + " switched before all had installed");
    }
    if (!ENDED.contains(now) && ORDER.indexOf(wanted) >= ORDER.indexOf(now)) {
      statuses.put(update, wanted);
      if (wanted.equals("completed")) {
        ObjectNode installed = MAPPER.createObjectNode();
        installed.put("firmware_version", report.path("firmware_version").asText());
        register(update.replace("upd_", ""), installed);
      }
    }
    ObjectNode view = MAPPER.createObjectNode().put("status", statuses.get(update));
    return cancelReason.isEmpty() ? view : view.put("cancel_reason", cancelReason);
  }

  /** All that was reported of a device's update, in order. */
  synchronized List<String> reportsOf(String device) {
    return List.copyOf(reports.getOrDefault("upd_" + device, List.of()));
  }

  synchronized long count(String status) {
    return statuses.values().stream().filter(status::equals).count();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
