package io.updraft.device.ddi;

import io.updraft.device.domain.Message;
import io.updraft.device.domain.Update;
import io.updraft.device.poll.Next;
import io.updraft.device.poll.Offer;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.FirmwareFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An update as the protocol shows it: one chunk with one artifact. */
final class Deployment {
  private final Links links;
  private final Instant now;

  Deployment(Links links, Instant now) {
    this.links = links;
    this.now = now;
  }

  /**
   * What a device is to fetch and install.
   *
   * @param name {@code deployment}, or {@code confirmation} for what is still to be confirmed
   */
  Map<String, Object> of(String name, Next.Install install, int history, List<Message> messages) {
    Update update = install.update();
    Map<String, Object> deployment = new LinkedHashMap<>();
    String urgency = update.assignment().terms().discretion().forced(now) ? "forced" : "attempt";
    boolean early = early(install);
    deployment.put("download", early ? "forced" : urgency);
    deployment.put("update", early ? "skip" : urgency);
    if (update.assignment().terms().window() != null) {
      deployment.put("maintenanceWindow", early ? "unavailable" : "available");
    }
    deployment.put("chunks", chunks(install.clearance()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", ActionId.of(update.id()).text());
    answer.put(name, deployment);
    if (history > 0 && !messages.isEmpty()) {
      answer.put("actionHistory", history(messages.stream().limit(history).toList()));
    }
    return answer;
  }

  /** What was installed, for which there is nothing to do any more. */
  Map<String, Object> installed(Update update, Clearance clearance) {
    Map<String, Object> deployment = new LinkedHashMap<>();
    deployment.put("download", "forced");
    deployment.put("update", "forced");
    deployment.put("chunks", chunks(clearance));
    return Map.of("id", ActionId.of(update.id()).text(), "deployment", deployment);
  }

  private boolean early(Next.Install install) {
    boolean held = install.update().status().waiting() && !Offer.inItsTime(install.update(), now);
    return held || Offer.beforeItsSwitch(install);
  }

  private static Map<String, Object> history(List<Message> messages) {
    return Map.of("status", "RUNNING", "messages", messages.stream().map(Message::text).toList());
  }

  private List<Map<String, Object>> chunks(Clearance clearance) {
    Map<String, Object> chunk = new LinkedHashMap<>();
    chunk.put("part", "os");
    chunk.put("version", clearance.firmware().version().text());
    chunk.put("name", clearance.firmware().name());
    chunk.put("artifacts", artifacts(clearance));
    return List.of(chunk);
  }

  /** The files of a firmware: one. */
  List<Map<String, Object>> artifacts(Clearance clearance) {
    FirmwareFile file = clearance.file();
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("filename", file.filename());
    artifact.put("size", file.size());
    artifact.put("hashes", Map.of("sha1", file.sha1(), "md5", file.md5(), "sha256", file.sha256()));
    artifact.put("_links", links.artifact(clearance.firmware().firmwareId(), file.filename()));
    return List.of(artifact);
  }
}
