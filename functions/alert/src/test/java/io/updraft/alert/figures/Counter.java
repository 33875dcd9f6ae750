package io.updraft.alert.figures;

import io.updraft.alert.dynamodb.AlertStores;

/** The function that counts, on tables. */
public final class Counter {
  private Counter() {}

  public static CountAlertsHandler on(AlertStores stores) {
    return new CountAlertsHandler(stores);
  }
}
