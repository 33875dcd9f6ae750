package io.updraft.campaign.recall;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.lambda.Environment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Triggered by the stream of the firmware table, filtered to clearances of recalled firmware. A
 * campaign that starts in the moment of the recall writes the clearance too, and so comes here.
 */
public final class PauseRecalledHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(PauseRecalledHandler.class);

  private final PauseRecalled pause;

  public PauseRecalledHandler() {
    this(CampaignStores.from(Environment.current()));
  }

  private PauseRecalledHandler(CampaignStores stores) {
    this(stores.campaigns(), stores.tallies(), stores.moves());
  }

  PauseRecalledHandler(Campaigns campaigns, CampaignTallies tallies, Moves moves) {
    this.pause = new PauseRecalled(campaigns, tallies, moves);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<BatchItemFailure> failures =
        event.getRecords().stream()
            .filter(item -> !paused(item))
            .map(item -> new BatchItemFailure(item.getDynamodb().getSequenceNumber()))
            .toList();
    return new StreamsEventResponse(failures);
  }

  private boolean paused(DynamodbStreamRecord item) {
    String organization = organization(item);
    try {
      campaigns(item).forEach(campaignId -> pause.pause(organization, campaignId));
      return true;
    } catch (RuntimeException failure) {
      LOG.atError()
          .setCause(failure)
          .addKeyValue("organization_id", organization)
          .log("campaigns on recalled firmware could not be paused");
      return false;
    }
  }

  private static String organization(DynamodbStreamRecord item) {
    AttributeValue pk = Objects.requireNonNull(item.getDynamodb().getKeys().get("pk"), "pk");
    return pk.getS().split("#", 2)[0];
  }

  /** The campaigns that have started and not ended; a clearance names no others. */
  private static Set<String> campaigns(DynamodbStreamRecord item) {
    Map<String, AttributeValue> image = item.getDynamodb().getNewImage();
    AttributeValue campaigns = image == null ? null : image.get("campaigns");
    return campaigns == null || campaigns.getM() == null ? Set.of() : campaigns.getM().keySet();
  }
}
