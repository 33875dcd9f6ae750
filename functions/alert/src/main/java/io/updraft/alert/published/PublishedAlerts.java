package io.updraft.alert.published;

import io.updraft.alert.dynamodb.DynamoAlertChannels;
import io.updraft.dynamodb.Dynamo;
import io.updraft.lambda.Environment;

/** What the wiring of another context takes from this one. */
public final class PublishedAlerts {
  private PublishedAlerts() {}

  /** On the table that the caller's {@code ALERTS_TABLE} names; a get is all that it takes. */
  public static AlertChannels channels(Dynamo dynamo, Environment environment) {
    return new DynamoAlertChannels(dynamo, environment.text("ALERTS_TABLE"));
  }
}
