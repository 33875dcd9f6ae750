package io.updraft.campaign.preview;

import io.updraft.campaign.http.Callers;
import io.updraft.campaign.plan.PlanReader;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code POST /api/v1/ota/campaigns/preview} with the body of a campaign. */
public final class PreviewCampaignHandler implements Operation {
  private final PlanReader plans;
  private final PreviewCampaign preview;

  public PreviewCampaignHandler(PlanReader plans, DeviceDirectory directory, Clock clock) {
    this.plans = plans;
    this.preview = new PreviewCampaign(directory, clock);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return HttpResponse.ok(json(preview.preview(plans.read(request), Callers.actor(request))));
  }

  private static Map<String, Object> json(Preview preview) {
    Map<String, Long> leftOut = new TreeMap<>();
    preview.leftOut().forEach((why, count) -> leftOut.put(why.wireName(), count));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("targets", preview.targets());
    json.put("left_out", leftOut);
    json.put("examined", preview.examined());
    json.put("complete", preview.complete());
    json.put("estimated_targets", preview.estimatedTargets());
    json.put("device_ids", preview.deviceIds());
    return json;
  }
}
