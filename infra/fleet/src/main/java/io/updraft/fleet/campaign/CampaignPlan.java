package io.updraft.fleet.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The campaign to make.
 *
 * @param group whose members are the targets
 * @param fields all others, by their names in the API
 */
public record CampaignPlan(String firmwareId, String group, Map<String, Object> fields) {
  public CampaignPlan {
    fields = Map.copyOf(fields);
  }

  Map<String, Object> body() {
    Map<String, Object> body = new HashMap<>(fields);
    body.put("name", "Simulation of " + group);
    body.put("firmware_id", firmwareId);
    body.put("target_groups", List.of(group));
    return body;
  }
}
