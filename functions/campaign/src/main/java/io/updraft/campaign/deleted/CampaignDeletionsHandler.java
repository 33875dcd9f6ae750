package io.updraft.campaign.deleted;

import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.DeletionsHandler;
import io.updraft.lambda.consumed.Walk;

/** On {@code device.deleted} and {@code user.deleted}; invoked by {@code OutboxPull}. */
public final class CampaignDeletionsHandler extends DeletionsHandler {
  /** Of a hundred campaigns each: some seconds of the 30 that the function has. */
  private static final int MOST_PAGES = 8;

  public CampaignDeletionsHandler() {
    this(CampaignStores.from(Environment.current()), MOST_PAGES);
  }

  CampaignDeletionsHandler(CampaignStores stores, int mostPages) {
    super(
        new CampaignDeletions(
            stores.campaigns(),
            stores.removals(),
            new Walk(stores.bookmarks(), mostPages),
            stores.clock()));
  }
}
