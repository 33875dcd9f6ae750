package io.updraft.campaign.plan;

import io.updraft.campaign.domain.CampaignPlan;
import io.updraft.campaign.domain.DeviceFilter;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field that is well formed and yet does not fit the firmware. */
record Objection(String field, String message) {

  static List<Objection> to(CampaignPlan plan, Optional<FirmwareFacts> found) {
    return found
        .map(firmware -> to(plan, firmware))
        .orElseGet(() -> List.of(new Objection("firmware_id", "is no firmware; check the id")));
  }

  private static List<Objection> to(CampaignPlan plan, FirmwareFacts firmware) {
    List<Objection> objections = new ArrayList<>();
    if (firmware.status() != FirmwareStatus.AVAILABLE) {
      objections.add(notAvailable(firmware.status()));
    }
    if (firmware.beta() && !plan.allowBeta()) {
      objections.add(new Objection("allow_beta", "must be true, since the firmware is a beta"));
    }
    DeviceFilter filter = plan.targeting().filter();
    String model = filter == null ? null : filter.model();
    if (model != null && !model.equals(firmware.deviceModel())) {
      String message = "must be %s, the model of the firmware".formatted(firmware.deviceModel());
      objections.add(new Objection("target_filters.model", message));
    }
    return objections;
  }

  private static Objection notAvailable(FirmwareStatus status) {
    return new Objection(
        "firmware_id",
        "is of firmware that is %s; only available firmware can enter a campaign"
            .formatted(status.wireName()));
  }
}
