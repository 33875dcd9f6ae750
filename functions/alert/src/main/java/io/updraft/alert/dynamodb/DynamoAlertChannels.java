package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.published.AlertChannels;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import java.util.List;

/**
 * Reads the channels in the alert itself: half a read unit per 4 KB. They never change, and the
 * alert is there long before its end has come through the outbox, so any replica will do.
 */
public final class DynamoAlertChannels implements AlertChannels {
  private final Dynamo dynamo;
  private final String table;

  public DynamoAlertChannels(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<String> of(String organization, String alertId) {
    return AlertId.parse(alertId)
        .map(id -> AlertKeys.alert(organization, id))
        .flatMap(key -> dynamo.get(table, key, Reading.EVENTUAL))
        .map(item -> item.texts("notification_channels"))
        .orElse(List.of());
  }
}
