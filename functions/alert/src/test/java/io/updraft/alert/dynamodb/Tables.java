package io.updraft.alert.dynamodb;

import io.updraft.testing.TestDatabase;

/** The tables of this context on a test's server. */
public final class Tables {
  private Tables() {}

  public static AlertTables of(TestDatabase database) {
    return new AlertTables(database.table("RulesTable"), database.table("AlertsTable"));
  }
}
