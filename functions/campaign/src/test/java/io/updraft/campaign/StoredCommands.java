package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.ORGANIZATION;

import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;

/** The commands of campaigns on real tables. */
public final class StoredCommands {
  private final CampaignCommandsFunction function;

  public StoredCommands(CampaignStores stores) {
    function =
        new CampaignCommandsFunction(
            stores.campaigns(),
            stores.engines(),
            stores.targets(),
            stores.tallies(),
            stores.firmware().catalogue(),
            stores.estimate(),
            stores.moves(),
            stores.clock());
  }

  /** By an operator, with a body or an empty text. */
  public ApiAnswer command(String campaignId, String command, String body) {
    ApiCall call =
        ApiCall.of("POST /api/v1/ota/campaigns/{campaign_id}/" + command)
            .as(ORGANIZATION, "olga", "operator")
            .path("campaign_id", campaignId);
    return (body.isEmpty() ? call : call.json(body)).on(function);
  }
}
