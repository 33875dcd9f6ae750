package io.updraft.local;

import io.updraft.local.stream.StreamJournal;
import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Dynoxide;
import io.updraft.servers.Server;
import io.updraft.servers.SupervisedServer;
import io.updraft.servers.TableCreation;
import io.updraft.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The database server, with the tables of the template. */
final class Database {
  private Database() {}

  static SupervisedServer start(
      DataFolder data, Template template, int port, Consumer<String> report) {
    Path file = data.folder("dynamodb").resolve("dynamodb.sqlite");
    Path log = data.log("dynoxide");
    if (!Files.exists(file)) {
      // The first start makes the file, which can be put in order only while it is stopped.
      try (Server first = Dynoxide.onFile(file, port, log)) {
        createTables(first.port(), template);
      }
    }
    new StreamJournal(file, data.folder("checkpoints")).prepare(template);
    SupervisedServer server =
        SupervisedServer.start(() -> Dynoxide.onFile(file, port, log), report);
    createTables(port, template);
    return server;
  }

  private static void createTables(int port, Template template) {
    try (DynamoDbClient client = DynamoDbAccess.on(port, DynamoDbClient.builder()).build()) {
      TableCreation creation = new TableCreation(client);
      template.tables().values().forEach(creation::createIfMissing);
    }
  }
}
