package io.updraft.campaign.tick;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.campaign.domain.CampaignStart;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.DueIndex;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.lambda.Environment;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every minute. */
public final class TickHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TickHandler.class);

  private final Tick tick;

  public TickHandler() {
    this(CampaignStores.from(Environment.current()));
  }

  TickHandler(CampaignStores stores) {
    this(
        stores.due(),
        stores.campaigns(),
        stores.engines(),
        stores.start(),
        stores.moves(),
        stores.clock());
  }

  TickHandler(
      DueIndex index,
      Campaigns campaigns,
      Engines engines,
      CampaignStart start,
      Moves moves,
      Clock clock) {
    StartScheduled starting = new StartScheduled(campaigns, start, moves, clock);
    tick = new Tick(index, starting, new WakeEngine(engines, clock), clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    int looked = tick.run();
    if (looked > 0) {
      LOG.info("looked at {} campaigns that were due", looked);
    }
  }
}
