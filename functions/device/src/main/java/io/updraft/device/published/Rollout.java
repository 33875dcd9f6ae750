package io.updraft.device.published;

import io.updraft.events.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every update of one campaign has in common.
 *
 * @param priority the effective one, after a security update has lifted it
 * @param timeout from a device's first contact; also how long a silent device holds a slot
 * @param triggers what takes a single device back: of health_check, timeout and error_threshold
 *     those that the campaign wants
 * @param blueGreen whether devices wait with the switch to what they have installed
 * @param window outside it no device may begin; null where it may at any time
 * @param discretion what it leaves to the devices
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
    Set<RollbackTrigger> triggers,
    boolean blueGreen,
    @Nullable MaintenanceWindow window,
    Discretion discretion,
    String createdBy) {
  public Rollout {
    triggers = Set.copyOf(triggers);
    preUpdateCommands = List.copyOf(preUpdateCommands);
    postUpdateCommands = List.copyOf(postUpdateCommands);
  }

  public String organization() {
    return origin.organizationId();
  }
}
