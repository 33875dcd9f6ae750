package io.updraft.campaign;

import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.plan.PlanReader;
import io.updraft.campaign.preview.PreviewCampaignHandler;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Tells which devices a campaign would reach. Reads many devices, and writes nothing. */
public final class CampaignPreviewFunction extends HttpFunction {
  private static final Access OPERATORS = Access.roles(Role.OPERATOR).scope("campaigns:write");

  public CampaignPreviewFunction() {
    this(CampaignStores.from(Environment.current(), "FIRMWARE_TABLE"));
  }

  private CampaignPreviewFunction(CampaignStores stores) {
    this(stores.firmware().catalogue(), stores.devices().directory(), stores.clock());
  }

  CampaignPreviewFunction(FirmwareCatalogue catalogue, DeviceDirectory directory, Clock clock) {
    super(
        Routes.routes(clock)
            .route(
                "POST /api/v1/ota/campaigns/preview",
                OPERATORS,
                new PreviewCampaignHandler(new PlanReader(catalogue, clock), directory, clock))
            .build());
  }
}
