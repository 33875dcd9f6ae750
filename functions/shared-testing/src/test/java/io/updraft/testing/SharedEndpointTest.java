package io.updraft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Dynoxide;
import io.updraft.servers.Server;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An endpoint that others use too: nothing of theirs is touched, and nothing of ours stays. */
class SharedEndpointTest {
  @TempDir Path folder;
  private Server server;
  private Endpoint endpoint;
  private DynamoDbClient client;

  @BeforeEach
  void start() {
    server = Dynoxide.inMemory(folder.resolve("dynoxide.log"));
    String address = DynamoDbAccess.endpoint(server.port()).toString();
    endpoint = Endpoint.named("DYNAMODB", Map.of("AWS_ENDPOINT_URL", address)).orElseThrow();
    client = endpoint.point(DynamoDbClient.builder()).build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void itsTablesGoInTheEnd() throws URISyntaxException {
    TestDatabase theirs = TestDatabase.create(endpoint, "theirs-", sample());
    try (TestDatabase ours = TestDatabase.create(endpoint, "ours-", sample())) {
      assertThat(client.listTables().tableNames())
          .contains(ours.table("Things"), theirs.table("Things"));
    }

    assertThat(client.listTables().tableNames())
        .isNotEmpty()
        .allMatch(name -> name.startsWith("theirs-"));
    theirs.close();
  }

  @Test
  void tablesAreEmptiedItemByItemAndKeepTheirStreams() throws URISyntaxException {
    try (TestDatabase database = TestDatabase.create(endpoint, "ours-", sample())) {
      String table = database.table("Things");
      String stream = stream(table);
      put(table, "a");
      put(table, "b");
      database.consumed().reset();

      database.clearWithoutStreams();

      assertThat(database.consumed().operations()).as("not counted").isEmpty();
      assertThat(database.contents()).isEmpty();
      assertThat(stream(table)).isEqualTo(stream);
    }
  }

  private void put(String table, String key) {
    client.putItem(
        p ->
            p.tableName(table)
                .item(Map.of("pk", AttributeValue.fromS(key), "n", AttributeValue.fromN("1"))));
  }

  private String stream(String table) {
    return client.describeTable(t -> t.tableName(table)).table().latestStreamArn();
  }

  private static Path sample() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(TestDatabaseTest.class.getResource("sample.yaml")).toURI());
  }
}
