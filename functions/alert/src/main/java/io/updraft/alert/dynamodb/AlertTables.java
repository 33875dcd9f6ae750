package io.updraft.alert.dynamodb;

import io.updraft.dynamodb.Stamps;
import io.updraft.lambda.Environment;

/** The names of the tables of this context. */
public record AlertTables(String rules, String alerts) {
  public static AlertTables from(Environment environment) {
    return new AlertTables(environment.text("RULES_TABLE"), environment.text("ALERTS_TABLE"));
  }

  /** Those of the rules. */
  public Stamps stamps() {
    return new Stamps(rules, "rules");
  }
}
