package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertFilter;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertList;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.NewestFirst;
import io.updraft.dynamodb.NewestFirst.Slice;
import io.updraft.dynamodb.NewestFirst.Source;
import io.updraft.dynamodb.PartitionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lists by the narrowest that there is: the alerts of a device, those that are open, or all.
 * Eventually consistent.
 */
public final class DynamoAlertList implements AlertList {
  private final Dynamo dynamo;
  private final String table;

  /**
   * @param table name of the alerts table
   */
  public DynamoAlertList(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Listing list(
      String organization, AlertFilter filter, int limit, @Nullable AlertId before) {
    NewestFirst.Listing<Alert> page =
        by(organization, filter)
            .page(filter::matches, limit, before == null ? null : before.text());
    String next = page.next();
    return new Listing(page.items(), next == null ? null : new AlertId(next));
  }

  private NewestFirst<Alert> by(String organization, AlertFilter filter) {
    String device = filter.deviceId();
    if (device != null) {
      String pk = AlertKeys.device(organization, device);
      return merged(1, (_, before, most) -> ofIndex("device", pk, before, most));
    }
    if (filter.status() != null && filter.status().open()) {
      return merged(
          AlertKeys.LISTS,
          (part, before, most) ->
              ofIndex("open", AlertKeys.list(organization, part), before, most));
    }
    return merged(AlertKeys.LISTS, (part, before, most) -> all(organization, part, before, most));
  }

  private static NewestFirst<Alert> merged(int parts, Source<Alert> source) {
    return new NewestFirst<>(parts, alert -> alert.id().text(), source);
  }

  private Slice<Alert> all(String organization, int part, String before, int most) {
    ItemPage page =
        dynamo.query(
            PartitionQuery.of(
                    table,
                    "pk = :pk AND sk < :before",
                    v -> v.text(":pk", AlertKeys.list(organization, part)).text(":before", before))
                .newestFirst()
                .limited(most));
    return new Slice<>(page.items().stream().map(AlertItems::read).toList(), page.last() != null);
  }

  /** An index has the keys only, so that an alert that goes on costs it nothing. */
  private Slice<Alert> ofIndex(String index, String pk, String before, int most) {
    ItemPage page =
        dynamo.query(
            PartitionQuery.of(
                    table,
                    "%1$s_pk = :pk AND %1$s_sk < :before".formatted(index),
                    v -> v.text(":pk", pk).text(":before", before))
                .onIndex("by_" + index)
                .newestFirst()
                .limited(most));
    var keys =
        page.items().stream().map(item -> new Key(item.text("pk"), item.text("sk"))).toList();
    return new Slice<>(
        dynamo.getAll(table, keys, Reading.EVENTUAL).stream().map(AlertItems::read).toList(),
        page.last() != null);
  }
}
