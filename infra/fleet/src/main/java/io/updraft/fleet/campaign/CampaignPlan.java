package io.updraft.fleet.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The campaign to make.
 *
 * @param group whose members are the targets
 * @param concurrent how many devices may be at work at once, 1..1000
 * @param failureThreshold the share of failures that ends it, in percent
 */
public record CampaignPlan(String firmwareId, String group, int concurrent, int failureThreshold) {
  Map<String, Object> body() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "Simulation of " + group);
    fields.put("firmware_id", firmwareId);
    fields.put("target_groups", List.of(group));
    fields.put("deployment_strategy", "immediate");
    fields.put("max_concurrent_updates", concurrent);
    fields.put("failure_threshold_percent", failureThreshold);
    fields.put("auto_rollback", false);
    fields.put("notify_on_failure", false);
    return fields;
  }
}
