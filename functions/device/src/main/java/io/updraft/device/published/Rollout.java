package io.updraft.device.published;

import io.updraft.events.Origin;
import java.time.Duration;
import java.util.List;

/**
 * What every update of one campaign has in common.
 *
 * @param priority the effective one, after a security update has lifted it
 * @param timeout from a device's first contact; also how long a silent device holds a slot
 */
public record Rollout(
    Origin origin,
    String campaignId,
    String firmwareId,
    String firmwareVersion,
    Priority priority,
    Duration timeout,
    int maxRetries,
    List<String> preUpdateCommands,
    List<String> postUpdateCommands,
    String createdBy) {
  public Rollout {
    preUpdateCommands = List.copyOf(preUpdateCommands);
    postUpdateCommands = List.copyOf(postUpdateCommands);
  }

  public String organization() {
    return origin.organizationId();
  }
}
