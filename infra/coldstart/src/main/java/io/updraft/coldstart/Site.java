package io.updraft.coldstart;

import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Dynoxide;
import io.updraft.servers.NatsServer;
import io.updraft.servers.Ports;
import io.updraft.servers.ProjectFiles;
import io.updraft.servers.Server;
import io.updraft.servers.TableCreation;
import io.updraft.template.Function;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where functions are started: a database with the template's tables, NATS, their packages. */
final class Site implements AutoCloseable {
  private final Path folder;
  private final Server database;
  private final Server nats;
  private final Template template;
  private final Packages packages;

  private Site(Path folder, Server database, Server nats) {
    this.folder = folder;
    this.database = database;
    this.nats = nats;
    this.packages = new Packages(folder);
    this.template = template("nats://127.0.0.1:" + nats.port());
  }

  /** Starts the servers, on a temporary folder that is removed at the end. */
  static Site open() throws IOException {
    Path folder = Files.createTempDirectory("coldstart");
    Site site =
        new Site(
            folder,
            Dynoxide.inMemory(folder.resolve("dynoxide.log")),
            NatsServer.start(folder.resolve("nats"), Ports.free(), folder.resolve("nats.log")));
    site.createTables();
    return site;
  }

  /** The template, as it is without a site around it. */
  static Template template(String natsUrl) {
    return Template.read(
        ProjectFiles.root().resolve(Template.FILE_NAME),
        Map.of("NatsUrl", natsUrl),
        PhysicalNames.logicalIds());
  }

  Set<String> functions() {
    return template.functions().keySet();
  }

  /** Where each start writes what the function logs. */
  Path log() {
    return folder.resolve("function.log");
  }

  /** A function of the template, with an event of its own trigger. */
  Subject function(String id) {
    Function function = template.function(id);
    return new Subject(
        id,
        packages.of(function),
        function.handler(),
        environment(function),
        FirstEvents.of(function));
  }

  /** One of {@code io.updraft.coldstart.baseline}, with the libraries of a function. */
  Subject baseline(String name, Class<?> handler, String other) {
    Function function = template.function(other);
    return new Subject(
        name,
        packages.baselines(function),
        handler.getName(),
        environment(function),
        FirstEvents.of(function));
  }

  private Map<String, String> environment(Function function) {
    return environment(function, DynamoDbAccess.endpoint(database.port()));
  }

  /**
   * What a function finds in its environment here.
   *
   * @param endpoint of the database
   */
  static Map<String, String> environment(Function function, URI endpoint) {
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    for (String service : List.of("DYNAMODB", "S3", "SQS", "LAMBDA", "APIGATEWAYMANAGEMENTAPI")) {
      // None but DynamoDB is asked by a first event.
      environment.put("AWS_ENDPOINT_URL_" + service, endpoint.toString());
    }
    return environment;
  }

  private void createTables() {
    try (DynamoDbClient client =
        DynamoDbAccess.on(database.port(), DynamoDbClient.builder()).build()) {
      TableCreation creation = new TableCreation(client);
      template.tables().values().forEach(creation::createIfMissing);
    }
  }

  @Override
  public void close() throws IOException {
    nats.close();
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
