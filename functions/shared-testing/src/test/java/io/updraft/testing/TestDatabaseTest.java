package io.updraft.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Dynoxide;
import io.updraft.servers.Server;
import io.updraft.testing.ConsumedCapacity.Operation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class TestDatabaseTest {
  private static final String THREE_KILOBYTES = "x".repeat(3_000);

  @TempDir static Path folder;
  static Server server;

  private TestDatabase database;
  private DynamoDbClient client;

  @BeforeAll
  static void start() {
    server = Dynoxide.inMemory(folder.resolve("dynoxide.log"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void create() throws URISyntaxException {
    database = TestDatabase.create(own(), "First-", sample());
    client = database.client();
  }

  @AfterEach
  void close() {
    database.clear();
    database.close();
  }

  /** What speaks to the server without the SDK has to know. */
  @Test
  void refusesARequestWithoutADate() throws IOException, InterruptedException {
    assertThat(listsTables(Map.of())).isEqualTo(400);
    assertThat(listsTables(Map.of("X-Amz-Date", "20260101T000000Z"))).isEqualTo(200);
  }

  private int listsTables(Map<String, String> headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(database.endpoint())
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofString("{}"));
    headers.forEach(request::header);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void addsUpWhatOperationsConsume() {
    put("a", "text", THREE_KILOBYTES);
    put("b", "owner", "me");
    get("a", false);
    get("a", true);

    assertThat(database.consumed().operations())
        .containsExactly(
            new Operation("PutItem", 0, 3),
            new Operation("PutItem", 0, 2),
            new Operation("GetItem", 0.5, 0),
            new Operation("GetItem", 1, 0));
    assertThat(database.consumed().writeUnits()).isEqualTo(5);
    assertThat(database.consumed().readUnits()).isEqualTo(1.5);
  }

  @Test
  void addsUpTransactions() {
    client.transactWriteItems(t -> t.transactItems(List.of(putOf("a"), putOf("b"))));

    assertThat(database.consumed().operations())
        .containsExactly(new Operation("TransactWriteItems", 0, 4));
  }

  @Test
  void forgetsWhatWasConsumedBefore() {
    put("a", "text", "x");
    database.consumed().reset();

    assertThat(database.consumed().operations()).isEmpty();
  }

  @Test
  void classesDoNotDisturbEachOther() throws URISyntaxException {
    put("a", "text", "x");
    try (TestDatabase other = TestDatabase.create(own(), "Second-", sample())) {
      assertThat(other.client().scan(s -> s.tableName(other.table("Things"))).items()).isEmpty();
    }
  }

  @Test
  void clearDeletesEverything() {
    put("a", "text", "x");
    database.clear();

    assertThat(get("a", true)).isEmpty();
  }

  @Test
  void tellsAllThatItHolds() {
    assertThat(database.contents()).isEmpty();
    put("a", "text", "x");
    put("b", "text", "y");

    assertThat(database.contents())
        .containsOnlyKeys("Things")
        .hasEntrySatisfying(
            "Things",
            items ->
                assertThat(items)
                    .containsExactlyInAnyOrder(
                        Map.of("pk", text("a"), "text", text("x")),
                        Map.of("pk", text("b"), "text", text("y"))));
  }

  @Test
  void createsStreamAndTimeToLive() {
    String table = database.table("Things");

    assertThat(client.describeTable(t -> t.tableName(table)).table().latestStreamArn()).isNotNull();
    assertThat(
            client
                .describeTimeToLive(t -> t.tableName(table))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("expires");
  }

  @Test
  void environmentOfAFunctionNamesItsTables() {
    assertThat(database.environment("Reader")).containsExactly(entry("TABLE", "First-Things"));
  }

  private static Endpoint own() {
    return Endpoint.own("DYNAMODB", DynamoDbAccess.endpoint(server.port()));
  }

  private TransactWriteItem putOf(String key) {
    return TransactWriteItem.builder()
        .put(p -> p.tableName(database.table("Things")).item(item(key)))
        .build();
  }

  private void put(String key, String attribute, String value) {
    client.putItem(
        p ->
            p.tableName(database.table("Things"))
                .item(Map.of("pk", text(key), attribute, text(value))));
  }

  private Map<String, AttributeValue> get(String key, boolean consistent) {
    return client
        .getItem(
            g -> g.tableName(database.table("Things")).key(item(key)).consistentRead(consistent))
        .item();
  }

  private static Map<String, AttributeValue> item(String key) {
    return Map.of("pk", text(key));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static Path sample() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(TestDatabaseTest.class.getResource("sample.yaml")).toURI());
  }
}
