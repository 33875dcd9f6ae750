package io.updraft.firmware.deleted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.DynamoBookmarks;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.events.Event;
import io.updraft.firmware.dynamodb.DynamoAuthors;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.DeletionsHandler;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class FirmwareDeletionsTest {
  private static final String DONE = "{\"outcome\":\"done\"}";

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;
  private DeletionsHandler handler;

  FirmwareDeletionsTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("FirmwareTable");
    this.handler = handler(20);
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  private DeletionsHandler handler(int mostPages) {
    return new FirmwareDeletionsHandler(
        new DynamoAuthors(dynamo, table), new DynamoBookmarks(dynamo, table), mostPages);
  }

  @Test
  void forgetsADeletedUser() throws Exception {
    put("acme", "FIRMWARE#1", "anna", "bert", true);
    put("acme", "FIRMWARE#2", "bert", "anna", true);
    put("acme", "KEY#1", "anna", null, false);
    put("globex", "FIRMWARE#1", "anna", "anna", true);

    assertThat(userDeleted("anna")).isEqualTo(DONE);
    assertThat(userDeleted("anna")).isEqualTo(DONE);

    assertThat(names("acme", "FIRMWARE#1")).isEqualTo(Event.DELETED_USER + " bert");
    assertThat(names("acme", "FIRMWARE#2")).isEqualTo("bert " + Event.DELETED_USER);
    assertThat(names("acme", "KEY#1")).startsWith(Event.DELETED_USER);
    assertThat(names("globex", "FIRMWARE#1")).isEqualTo("anna anna");
  }

  @Test
  void whoHasReadTheUserCannotBringHimBack() throws Exception {
    put("acme", "FIRMWARE#1", "anna", "anna", true);

    userDeleted("anna");

    assertThat(item("acme", "FIRMWARE#1").number("revision")).isEqualTo(8);
  }

  @Test
  void manyTakeSeveralCalls() throws Exception {
    for (int i = 0; i < 150; i++) {
      put("acme", "FIRMWARE#%03d".formatted(i), "anna", "bert", true);
    }
    handler = handler(1);

    assertThat(userDeleted("anna")).contains("again");
    assertThat(userDeleted("anna")).isEqualTo(DONE);

    assertThat(names("acme", "FIRMWARE#000")).startsWith(Event.DELETED_USER);
    assertThat(names("acme", "FIRMWARE#149")).startsWith(Event.DELETED_USER);
  }

  @Test
  void asItIsDeployed() throws Exception {
    put("acme", "FIRMWARE#1", "anna", "anna", true);
    Map<String, String> environment = new HashMap<>(database.environment("FirmwareDeletions"));
    environment.putAll(database.access());
    handler = Environment.supply(environment, FirmwareDeletionsHandler::new);

    assertThat(userDeleted("anna")).isEqualTo(DONE);

    assertThat(names("acme", "FIRMWARE#1")).doesNotContain("anna");
  }

  @Test
  void devicesAreNoConcernOfFirmware() throws Exception {
    assertThat(invoke("device_service", "device.deleted", "{\"device_id\":\"d-1\"}"))
        .isEqualTo(DONE);
  }

  private void put(
      String organization,
      String sk,
      String createdBy,
      @Nullable String updatedBy,
      boolean revised) {
    ItemBuilder item =
        Item.build()
            .text("pk", organization)
            .text("sk", sk)
            .text("created_by", createdBy)
            .text("updated_by", updatedBy);
    dynamo.write(Guarded.put(table, (revised ? item.number("revision", 7) : item).attributes()));
  }

  private Item item(String organization, String sk) {
    return dynamo.get(table, new Key(organization, sk), Reading.CONSISTENT).orElseThrow();
  }

  private String names(String organization, String sk) {
    Item item = item(organization, sk);
    return item.text("created_by") + " " + item.textOrNull("updated_by");
  }

  private String userDeleted(String user) throws Exception {
    return invoke("account_service", "user.deleted", "{\"user_id\":\"" + user + "\"}");
  }

  private String invoke(String source, String type, String data) throws Exception {
    String envelope =
        """
        {"id":"%s","type":"%s","source":"%s","timestamp":"2026-03-01T10:00:00Z",\
        "metadata":{"organization_id":"acme"},"data":%s,"version":"1.0.0"}"""
            .formatted(UUID.randomUUID(), type, source, data);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(envelope.getBytes(UTF_8)), answer, new TestContext());
    return answer.toString(UTF_8);
  }
}
