package io.updraft.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Dynoxide;
import io.updraft.servers.Ports;
import io.updraft.servers.Server;
import io.updraft.servers.TableCreation;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** With a real server, stopped and started. */
class StreamJournalTest {
  private static final String YAML =
      """
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            StreamSpecification: { StreamViewType: NEW_IMAGE }
        Reader:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.B
            Events:
              One: { Type: DynamoDB, Properties: { Stream: !GetAtt Orders.StreamArn } }
              Two: { Type: DynamoDB, Properties: { Stream: !GetAtt Orders.StreamArn } }
      """;

  @TempDir Path folder;
  private Template template;
  private Path database;

  @BeforeEach
  void makeTable() throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), YAML);
    template = Template.read(file, Map.of(), PhysicalNames.logicalIds());
    database = folder.resolve("db");
    withServer(port -> put(port, "1", "2", "3"));
  }

  @Test
  void keepsWhatSomeReaderHasNotPassed() {
    checkpoint("Reader.One", "3");
    checkpoint("Reader.Two", "1");
    prepare();

    assertThat(numbersAfter(Optional.empty())).containsExactly("2", "3");
  }

  @Test
  void keepsEverythingForAReaderThatNeverRead() {
    checkpoint("Reader.One", "3");
    prepare();

    assertThat(numbersAfter(Optional.empty())).containsExactly("1", "2", "3");
  }

  @Test
  void readersGoOnWhenEverythingBeforeIsDeleted() {
    checkpoint("Reader.One", "3");
    checkpoint("Reader.Two", "3");
    prepare();
    withServer(port -> put(port, "4"));

    assertThat(numbersAfter(Optional.of("3"))).containsExactly("4");
    assertThat(numbersAfter(Optional.empty())).containsExactly("3", "4");
  }

  @Test
  void whoBeginsWithTheLatestPassesOverWhatIsThere() {
    withServer(
        port -> {
          try (DynamoDbClient client = DynamoDbAccess.on(port, DynamoDbClient.builder()).build();
              DynamoDbStreamsClient streams =
                  DynamoDbAccess.on(port, DynamoDbStreamsClient.builder()).build()) {
            TableStream stream =
                new TableStream(streams, TableStream.arn(client, "Orders"), Optional.empty());
            assertThat(stream.skipToEnd()).isPresent();
            put(port, "4");
            assertThat(stream.read(100))
                .extracting(r -> Objects.requireNonNull(r.dynamodb().keys().get("pk")).s())
                .containsExactly("4");
          }
        });
  }

  private void prepare() {
    new StreamJournal(database, folder).prepare(template);
  }

  private void checkpoint(String reader, String number) {
    withServer(
        port -> {
          try (DynamoDbClient client = DynamoDbAccess.on(port, DynamoDbClient.builder()).build()) {
            new Checkpoints(folder).save(reader, TableStream.arn(client, "Orders"), number);
          }
        });
  }

  private List<String> numbersAfter(Optional<String> position) {
    List<String> numbers = new ArrayList<>();
    withServer(
        port -> {
          try (DynamoDbClient client = DynamoDbAccess.on(port, DynamoDbClient.builder()).build();
              DynamoDbStreamsClient streams =
                  DynamoDbAccess.on(port, DynamoDbStreamsClient.builder()).build()) {
            TableStream stream =
                new TableStream(streams, TableStream.arn(client, "Orders"), position);
            stream
                .read(100)
                .forEach(
                    r -> numbers.add(Objects.requireNonNull(r.dynamodb().keys().get("pk")).s()));
          }
        });
    return numbers;
  }

  private void put(int port, String... keys) {
    try (DynamoDbClient client = DynamoDbAccess.on(port, DynamoDbClient.builder()).build()) {
      new TableCreation(client).createIfMissing(template.table("Orders"));
      for (String key : keys) {
        client.putItem(p -> p.tableName("Orders").item(Map.of("pk", AttributeValue.fromS(key))));
      }
    }
  }

  private interface Work {
    void on(int port);
  }

  private void withServer(Work work) {
    try (Server server = Dynoxide.onFile(database, Ports.free(), folder.resolve("log"))) {
      work.on(server.port());
    }
  }
}
