package io.updraft.device.dynamodb;

import io.updraft.device.domain.Quota;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;

/** The items that count what a gateway has registered, one an hour. */
final class QuotaItems {
  private QuotaItems() {}

  /** One more; refused where the quota is used up. */
  static Guarded charged(String table, String organization, Quota quota) {
    Key key =
        new Key(
            Key.join(organization, "GATEWAY", quota.gateway()), ItemBuilder.sortable(quota.hour()));
    return Guarded.update(table, key, "ADD n :one")
        .when("attribute_not_exists(n) OR n < :most")
        .with(v -> v.number(":one", 1).number(":most", quota.most()));
  }
}
