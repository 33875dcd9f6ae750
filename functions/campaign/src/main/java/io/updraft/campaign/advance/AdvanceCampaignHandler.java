package io.updraft.campaign.advance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.TallyName;
import io.updraft.device.published.UpdateViews;
import io.updraft.lambda.Environment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Triggered by the streams of the campaigns table, of engines only, and of the tallies table. Of
 * many records about one campaign one suffices: what is to be done is read, not told.
 */
public final class AdvanceCampaignHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(AdvanceCampaignHandler.class);

  /**
   * The targets of a chunk are counted in as many shards: more at once would wait for each other.
   */
  private static final int LANES = 4;

  private final AdvanceCampaign advance;

  public AdvanceCampaignHandler() {
    this(CampaignStores.from(Environment.current()));
  }

  AdvanceCampaignHandler(CampaignStores stores) {
    this(
        stores.campaigns(),
        stores.engines(),
        stores.targets(),
        stores.devices().directory(),
        stores.devices().updates(),
        stores.devices().views(),
        stores.moves(),
        stores.clock());
  }

  AdvanceCampaignHandler(
      Campaigns campaigns,
      Engines engines,
      Targets targets,
      DeviceDirectory directory,
      CampaignUpdates updates,
      UpdateViews views,
      Moves moves,
      Clock clock) {
    this.advance =
        new AdvanceCampaign(
            campaigns, engines, targets, directory, updates, views, moves, clock, new Lanes(LANES));
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    ChangedCampaigns.of(event)
        .forEach(
            (campaign, sequenceNumber) -> {
              if (!advanced(campaign)) {
                failures.add(new BatchItemFailure(sequenceNumber));
              }
            });
    return new StreamsEventResponse(failures);
  }

  /** One campaign that fails does not keep the others of the batch waiting. */
  private boolean advanced(TallyName campaign) {
    try {
      advance.advance(campaign.organization(), campaign.tallied());
      return true;
    } catch (RuntimeException failure) {
      LOG.atError()
          .setCause(failure)
          .addKeyValue("organization_id", campaign.organization())
          .addKeyValue("campaign_id", campaign.tallied())
          .log("campaign could not be advanced");
      return false;
    }
  }
}
