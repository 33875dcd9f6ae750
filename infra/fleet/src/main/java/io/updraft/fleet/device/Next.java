package io.updraft.fleet.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Answer;
import java.net.URI;

/** What a poll told the device to do. */
sealed interface Next {
  /**
   * Fetch and install.
   *
   * @param size bytes
   * @param address serves for a limited time; the next poll gives another
   * @param maySwitch whether what is installed may be started already
   */
  record Install(
      String updateId,
      String campaignId,
      String version,
      long size,
      String sha256,
      URI address,
      boolean maySwitch)
      implements Next {}

  /** Give it up and confirm. */
  record GiveUp(String updateId) implements Next {}

  /** Come back later. */
  record Nothing() implements Next {}

  static Next of(Answer answer) {
    return switch (answer.text("action")) {
      case "install" -> install(answer.body());
      case "cancel" -> new GiveUp(answer.text("update_id"));
      default -> new Nothing();
    };
  }

  private static Install install(JsonNode body) {
    return new Install(
        body.path("update_id").asText(),
        body.path("campaign_id").asText(""),
        body.path("version").asText(),
        body.path("file_size").asLong(),
        body.path("checksum_sha256").asText(),
        URI.create(body.path("download_url").asText()),
        body.path("switch_released").asBoolean(true));
  }
}
