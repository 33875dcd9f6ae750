package io.updraft.access.dynamodb;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.Dependency;
import io.updraft.access.domain.Organizations;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.dynamodb.Key;
import io.updraft.lambda.Environment;

/** The table {@code ACCESS_TABLE} of a function's environment, and what is kept in it. */
public final class AccessTable {
  private static final Key NOTHING = new Key("HEALTH", "HEALTH");

  private final Dynamo dynamo;
  private final String table;

  public AccessTable(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  public static AccessTable of(Environment environment) {
    return new AccessTable(
        new Dynamo(DynamoClients.primed(environment, "ACCESS_TABLE")),
        environment.text("ACCESS_TABLE"));
  }

  public Organizations organizations() {
    return new DynamoDbOrganizations(dynamo, table);
  }

  public ApiKeys apiKeys() {
    return new DynamoDbApiKeys(dynamo, table);
  }

  /** DynamoDB as a dependency: it answers a read, which finds nothing and costs half a unit. */
  public Dependency dependency() {
    return new Dependency() {
      @Override
      public String name() {
        return "dynamodb";
      }

      @Override
      public void reach() {
        var _ = dynamo.get(table, NOTHING, Reading.EVENTUAL);
      }
    };
  }
}
