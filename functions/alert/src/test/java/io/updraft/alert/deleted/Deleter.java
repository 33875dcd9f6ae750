package io.updraft.alert.deleted;

import io.updraft.alert.dynamodb.AlertStores;

/** The function that hears of deletions, on tables. */
public final class Deleter {
  private Deleter() {}

  /**
   * @param mostPages how many pages of rules or alerts one call does
   */
  public static AlertDeletionsHandler on(AlertStores stores, int mostPages) {
    return new AlertDeletionsHandler(stores, mostPages);
  }
}
