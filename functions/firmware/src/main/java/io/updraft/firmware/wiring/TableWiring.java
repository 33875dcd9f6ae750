package io.updraft.firmware.wiring;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoBookmarks;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.dynamodb.Outbox;
import io.updraft.firmware.domain.Authors;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.Shelf;
import io.updraft.firmware.domain.SigningKeys;
import io.updraft.firmware.dynamodb.DynamoAuthors;
import io.updraft.firmware.dynamodb.DynamoFirmwares;
import io.updraft.firmware.dynamodb.DynamoShelf;
import io.updraft.firmware.dynamodb.DynamoSigningKeys;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.Bookmarks;
import java.util.UUID;

/** What a function needs of the tables. */
public final class TableWiring {
  private final Environment environment;
  private final Dynamo dynamo;
  private final String table;

  public TableWiring(Environment environment) {
    this.environment = environment;
    this.dynamo = new Dynamo(DynamoClients.primed(environment, "FIRMWARE_TABLE"));
    this.table = environment.text("FIRMWARE_TABLE");
  }

  public Firmwares firmwares() {
    Outbox outbox = new Outbox(environment.text("OUTBOX_TABLE"));
    return new DynamoFirmwares(dynamo, table, outbox, UUID::randomUUID);
  }

  public Shelf shelf() {
    return new DynamoShelf(dynamo, table);
  }

  public SigningKeys signingKeys() {
    return new DynamoSigningKeys(dynamo, table);
  }

  public Authors authors() {
    return new DynamoAuthors(dynamo, table);
  }

  /** Where walks over the table have come to. */
  public Bookmarks bookmarks() {
    return new DynamoBookmarks(dynamo, table);
  }
}
