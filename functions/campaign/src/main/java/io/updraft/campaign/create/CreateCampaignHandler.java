package io.updraft.campaign.create;

import io.updraft.campaign.domain.Actor;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.campaign.http.Callers;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.Objects;

/** {@code POST /api/v1/ota/campaigns}. */
public final class CreateCampaignHandler implements Operation {
  /** 100,000 explicit ids have room in it. */
  private static final int MOST_BYTES = 5 << 20;

  private final Clock clock;
  private final FitFirmware fitFirmware;
  private final CreateCampaign create;
  private final ShownCampaigns shown;

  public CreateCampaignHandler(
      Campaigns campaigns,
      FirmwareCatalogue catalogue,
      TargetEstimate estimate,
      Moves moves,
      Clock clock,
      ShownCampaigns shown) {
    this.clock = clock;
    this.fitFirmware = new FitFirmware(catalogue);
    this.create = new CreateCampaign(campaigns, estimate, moves);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Actor actor = Callers.actor(request);
    Fields fields = request.json(MOST_BYTES);
    Wish wish = WishForm.read(fields, clock.instant());
    UnknownFilters.refuse(request, fields);
    Fit fit = fitFirmware.fit(wish, actor);
    fit.objections().forEach(objection -> fields.reject(objection.field(), objection.message()));
    fields.throwIfInvalid();
    return create
        .create(wish, Objects.requireNonNull(fit.firmware()), actor)
        .map(this::created)
        .orElseThrow(() -> Problem.conflict("The firmware is not available any more.").exception());
  }

  private HttpResponse created(Campaign campaign) {
    return HttpResponse.created(shown.shownWithDevices(campaign));
  }
}
