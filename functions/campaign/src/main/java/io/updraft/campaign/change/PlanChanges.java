package io.updraft.campaign.change;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.http.PlanJson;
import io.updraft.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields in which a wanted plan differs from the present one.
 *
 * @param byField from what to what, by the names that callers know
 */
record PlanChanges(Map<String, String> byField) {
  /** What a second user has approved: with another of these it is another plan. */
  private static final Set<String> OF_WEIGHT =
      Set.of(
          "firmware_id",
          "target_devices",
          "target_groups",
          "target_filters",
          "dynamic",
          "force_update",
          "deployment_strategy",
          "rollout_percentage",
          "pre_update_commands",
          "post_update_commands");

  private static final int MOST_OF_VALUE = 80;
  private static final int MOST_OF_ALL = 1_000;

  PlanChanges {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  /** Of all but the explicit ids. */
  static PlanChanges between(Campaign campaign, CampaignPlan plan, String firmwareId) {
    Map<String, String> changes = new LinkedHashMap<>();
    add(changes, "firmware_id", campaign.firmware().firmwareId(), firmwareId);
    Map<String, @Nullable Object> before = PlanJson.of(campaign.plan());
    PlanJson.of(plan).forEach((field, value) -> add(changes, field, before.get(field), value));
    changes.remove("named_device_count");
    return new PlanChanges(changes);
  }

  private static void add(
      Map<String, String> changes, String field, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.put(field, text(from) + " -> " + text(to));
    }
  }

  /** With other explicit ids too. */
  PlanChanges withDevices(int from, int to) {
    Map<String, String> changes = new LinkedHashMap<>(byField);
    changes.put("target_devices", "%d ids -> %d ids".formatted(from, to));
    return new PlanChanges(changes);
  }

  boolean none() {
    return byField.isEmpty();
  }

  boolean weigh() {
    return !Collections.disjoint(byField.keySet(), OF_WEIGHT);
  }

  /** For the timeline: {@code rollout_percentage 10 -> 50, batch_size 5 -> 10}. */
  String text() {
    StringBuilder text = new StringBuilder();
    byField.forEach(
        (field, change) ->
            text.append(text.isEmpty() ? "" : ", ").append(field).append(' ').append(change));
    return shortened(text.toString(), MOST_OF_ALL);
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "none";
    }
    String json = new String(Json.write(value), StandardCharsets.UTF_8);
    boolean quoted = json.startsWith("\"");
    return shortened(quoted ? json.substring(1, json.length() - 1) : json, MOST_OF_VALUE);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
