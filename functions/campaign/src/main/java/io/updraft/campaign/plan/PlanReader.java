package io.updraft.campaign.plan;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Schedule;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.PlanJson;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads plans from requests, and refuses those that are malformed or do not fit their firmware,
 * with all that is wrong at once.
 */
public final class PlanReader {
  /** 100,000 explicit ids have room in it. */
  private static final int MOST_BYTES = 5 << 20;

  private static final String DEVICES = "target_devices";

  private final FitFirmware fitFirmware;
  private final Clock clock;

  public PlanReader(FirmwareCatalogue catalogue, Clock clock) {
    this.fitFirmware = new FitFirmware(catalogue);
    this.clock = clock;
  }

  /** A new plan. */
  public Judged read(HttpRequest request) {
    return judged(request, request.json(MOST_BYTES), Kept.NOTHING);
  }

  /** A plan that takes the place of the present one: that one, with the fields of the body. */
  public Judged over(HttpRequest request, Campaign campaign) {
    return judged(request, merged(request, campaign), kept(request, campaign, Schedule.NONE));
  }

  /** What is wanted of a campaign that runs, and has its firmware for good. */
  public Wish whileRunning(HttpRequest request, Campaign campaign) {
    Fields fields = merged(request, campaign);
    Kept kept = kept(request, campaign, campaign.plan().schedule());
    Wish wish = WishForm.read(fields, clock.instant(), kept);
    UnknownFilters.refuse(request, fields);
    fields.throwIfInvalid();
    return wish;
  }

  private Judged judged(HttpRequest request, Fields fields, Kept kept) {
    Actor actor = Callers.actor(request);
    Wish wish = WishForm.read(fields, clock.instant(), kept);
    UnknownFilters.refuse(request, fields);
    Fit fit = fitFirmware.fit(wish, actor);
    fit.objections().forEach(objection -> fields.reject(objection.field(), objection.message()));
    fields.throwIfInvalid();
    return new Judged(wish, Objects.requireNonNull(fit.firmware()));
  }

  private static Fields merged(HttpRequest request, Campaign campaign) {
    Map<String, @Nullable Object> present = PlanJson.of(campaign.plan());
    present.put("firmware_id", campaign.firmware().firmwareId());
    return request.jsonOver(present, MOST_BYTES);
  }

  /** An explicit null names no device, which is not the same as to say nothing of devices. */
  private static Kept kept(HttpRequest request, Campaign campaign, Schedule schedule) {
    boolean stay = !Json.read(request.body()).has(DEVICES);
    return new Kept(stay, stay ? campaign.plan().targeting().devices() : 0, schedule);
  }
}
