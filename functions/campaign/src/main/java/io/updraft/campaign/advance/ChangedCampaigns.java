package io.updraft.campaign.advance;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.device.published.TallyName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads of which campaigns the records of a batch are. */
final class ChangedCampaigns {
  private static final String CAMPAIGN_ID = "cmp_";

  /** Between a campaign and what is counted of it apart from its updates: its rollbacks. */
  private static final String APART = "~";

  private ChangedCampaigns() {}

  /** Each campaign once, with the sequence number of its first record. */
  static Map<TallyName, String> of(DynamodbEvent event) {
    Map<TallyName, String> first = new LinkedHashMap<>();
    for (DynamodbStreamRecord item : event.getRecords()) {
      TallyName name = name(item);
      if (name.tallied().startsWith(CAMPAIGN_ID)) {
        first.putIfAbsent(name, item.getDynamodb().getSequenceNumber());
      }
    }
    return first;
  }

  /** Engines and tallies have the organization and the campaign in front of their keys alike. */
  private static TallyName name(DynamodbStreamRecord item) {
    AttributeValue pk = item.getDynamodb().getKeys().get("pk");
    TallyName name = TallyName.ofPartitionKey(Objects.requireNonNull(pk, "pk").getS());
    return new TallyName(name.organization(), name.tallied().split(APART, 2)[0]);
  }
}
