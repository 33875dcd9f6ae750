package io.updraft.device.poll;

import io.updraft.device.domain.Judgement;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why one update is offered to its device or is not. */
record Reason(Update update, Optional<Clearance> clearance, Instant now) {

  /**
   * The reason as a sentence.
   *
   * @param before the update that the device is given instead, or null
   */
  String sentence(@Nullable String before) {
    return "update %s to version %s %s"
        .formatted(update.id(), update.assignment().firmwareVersion(), predicate(before));
  }

  private String predicate(@Nullable String before) {
    if (update.status().ended()) {
      return "is " + update.status().wireName() + ", the device's own list follows in a moment";
    }
    return update.status() == UpdateStatus.CREATED
        ? "waits for its release by campaign " + update.assignment().campaignId()
        : stopped().or(this::heldBack).orElseGet(() -> offered(before));
  }

  /** Whatever the device does not get any more, or is to give up. */
  private Optional<String> stopped() {
    if (update.cancelling()) {
      return Optional.of("is to be given up: " + update.course().cancelReason());
    }
    if (clearance.map(Clearance::recalled).orElse(true)) {
      return Optional.of(giveUp("its firmware was recalled"));
    }
    return gate() == CampaignGate.CANCELLED
        ? Optional.of(giveUp(campaign() + " does not run any more"))
        : Optional.empty();
  }

  private String giveUp(String why) {
    return update.status().waiting() ? "is not offered: " + why : "is to be given up: " + why;
  }

  private Optional<String> heldBack() {
    if (!update.status().waiting()) {
      return Optional.empty();
    }
    if (gate() == CampaignGate.PAUSED) {
      return Optional.of("is not offered: " + campaign() + " is paused");
    }
    MaintenanceWindow window = update.assignment().terms().window();
    return window == null || window.open(now)
        ? Optional.empty()
        : Optional.of("is not offered: its maintenance window opens at " + window.opens(now));
  }

  private String offered(@Nullable String before) {
    if (before != null) {
      return "comes after " + before + ", which has a higher priority or is older";
    }
    if (update.status().waiting()) {
      return "is offered since " + update.course().entered(UpdateStatus.SCHEDULED);
    }
    return "is on the device since " + since() + (waitsForSwitch() ? SWITCH : "");
  }

  private static final String SWITCH = ", and waits there for the switch of its campaign";

  private boolean waitsForSwitch() {
    return update.installed() && gate() != CampaignGate.OPEN;
  }

  private Instant since() {
    return Objects.requireNonNullElse(
        update.course().entered(UpdateStatus.IN_PROGRESS), update.course().updatedAt());
  }

  private String campaign() {
    return "campaign " + update.assignment().campaignId();
  }

  private CampaignGate gate() {
    return clearance.flatMap(c -> Judgement.gate(update, c)).orElse(CampaignGate.OPEN);
  }
}
