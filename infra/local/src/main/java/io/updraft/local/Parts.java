package io.updraft.local;

import io.updraft.local.gateway.Endpoints;
import io.updraft.local.issuer.TokenIssuer;
import io.updraft.local.lambda.AsyncInvoker;
import io.updraft.local.lambda.DeadLetters;
import io.updraft.local.lambda.Functions;
import io.updraft.local.object.ObjectStore;
import io.updraft.local.object.ObjectTriggers;
import io.updraft.local.queue.QueueTriggers;
import io.updraft.local.queue.Queues;
import io.updraft.local.schedule.Schedules;
import io.updraft.local.stream.StreamTriggers;
import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.NatsServer;
import io.updraft.servers.SupervisedServer;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Everything that runs: started in order, and stopped in the opposite order. */
final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Options options;
  private final Closing closing = new Closing();
  private final DataFolder data;
  private final KeptPorts ports;
  private final Endpoints endpoints;
  private volatile Runnable whenChanged = () -> {};

  private Parts(Options options) throws IOException {
    this.options = options;
    try {
      data = closing.add(DataFolder.open(options.data()));
      data.delete(RuntimeFile.NAME);
      ports = new KeptPorts(data);
      endpoints = closing.add(new Endpoints(addresses(options, ports)));
    } catch (IOException | RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  /**
   * Starts everything, or nothing where something fails.
   *
   * @throws IOException where a port is taken
   */
  static Parts start(Options options, Path templateFile) throws IOException {
    Parts parts = new Parts(options);
    try {
      parts.start(templateFile);
      return parts;
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  private void start(Path templateFile) {
    TokenIssuer issuer = TokenIssuer.of(data.kept(RuntimeFile.ISSUER_KEY, TokenIssuer::newKey));
    // All ports before the first child: for a moment a new process holds every socket of this one,
    // also one that only looked whether a port is free, and nobody else could have that port.
    int natsPort = ports.of("nats");
    int objectsPort = ports.of("s3");
    int databasePort = ports.of("dynamodb");
    Template template = readTemplate(templateFile, natsPort);
    // The S3 server takes the longest.
    CompletableFuture<ObjectStore> objectStore =
        CompletableFuture.supplyAsync(() -> startObjectStore(template, objectsPort));
    SupervisedServer nats = startNats(natsPort);
    SupervisedServer database = startDatabase(template, databasePort);
    ObjectStore objects = closing.add(objectStore.join());

    PlatformVariables platform = platform(database.port(), objects.port());
    platform.setForSdk();
    Functions functions = closing.add(new Functions(template, platform.environment()));
    Queues queues = new Queues(template, data.folder("queues"));
    AsyncInvoker async = startTriggers(template, functions, database.port(), objects, queues);
    endpoints.start(template, functions, async, queues, issuer.jwks());
    // Requests stop first, though their ports were taken first.
    closing.add(endpoints);
    whenChanged = () -> writeRuntimeFile(platform, database, nats);
    whenChanged.run();
  }

  private static Endpoints.Addresses addresses(Options options, KeptPorts ports) {
    return new Endpoints.Addresses(
        options.host(), options.port(), ports.of("invoke"), ports.of("issuer"));
  }

  /** The template, with what only this runtime knows for those of its parameters that exist. */
  private Template readTemplate(Path file, int natsPort) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("PublicUrl", options.publicUrl().toString());
    parameters.put("LiveUrl", options.publicUrl().toString().replaceFirst("^http", "ws") + "/live");
    parameters.put("NatsUrl", RuntimeFile.loopback("nats", natsPort));
    // Waiting costs nothing here, so that neighbours' events are handled at once.
    parameters.put("PullWaitSeconds", "60");
    parameters.put("JwtIssuer", TokenIssuer.ISSUER);
    parameters.put("JwtAudience", TokenIssuer.AUDIENCE);
    parameters.put("JwksUrl", jwksUrl());
    // The local issuer may name any organization: whoever can read its key owns the data anyway.
    parameters.put("AutoCreateOrganizations", "true");
    options
        .notifications()
        .ifPresent(url -> parameters.put("NotificationServiceUrl", url.toString()));
    options.devices().ifPresent(url -> parameters.put("DeviceServiceUrl", url.toString()));
    options.pollInterval().ifPresent(s -> parameters.put("PollIntervalSeconds", s.toString()));
    // Not from the command line, which every user of the machine can read.
    Optional.ofNullable(System.getenv("DEVICE_SERVICE_TOKEN"))
        .ifPresent(token -> parameters.put("DeviceServiceToken", token));
    Optional.ofNullable(System.getenv("NOTIFICATION_SERVICE_TOKEN"))
        .ifPresent(token -> parameters.put("NotificationServiceToken", token));
    parameters.keySet().retainAll(Template.parameters(file));
    return Template.read(file, parameters, PhysicalNames.logicalIds());
  }

  private String jwksUrl() {
    return RuntimeFile.loopback("http", endpoints.issuerPort()) + Endpoints.JWKS_PATH;
  }

  private ObjectStore startObjectStore(Template template, int port) {
    ObjectStore objects =
        ObjectStore.start(data.folder("objects"), options.host(), port, credentials());
    objects.createBuckets(template);
    return objects;
  }

  private ObjectStore.Credentials credentials() {
    return new ObjectStore.Credentials(
        data.kept("s3-access-key", Secrets::newAccessKey),
        data.kept("s3-secret-key", Secrets::newSecretKey));
  }

  private SupervisedServer startNats(int port) {
    Path store = data.folder("nats");
    Path log = data.log("nats-server");
    return closing.add(
        SupervisedServer.start(() -> NatsServer.start(store, port, log), this::serverChanged));
  }

  private SupervisedServer startDatabase(Template template, int port) {
    return closing.add(Database.start(data, template, port, this::serverChanged));
  }

  private void serverChanged(String message) {
    LOG.warn(message);
    whenChanged.run();
  }

  private PlatformVariables platform(int databasePort, int objectsPort) {
    return new PlatformVariables(
        credentials(),
        DynamoDbAccess.endpoint(databasePort),
        options.publicAddress(objectsPort),
        URI.create(RuntimeFile.loopback("http", endpoints.invokePort())));
  }

  private AsyncInvoker startTriggers(
      Template template,
      Functions functions,
      int databasePort,
      ObjectStore objects,
      Queues queues) {
    DeadLetters deadLetters = new DeadLetters(data.folder("dead-letters"));
    AsyncInvoker async = closing.add(new AsyncInvoker(deadLetters));
    new ObjectTriggers(template, functions, async, Clock.systemUTC()).start(objects);
    DynamoDbClient tables = DynamoDbAccess.on(databasePort, DynamoDbClient.builder()).build();
    DynamoDbStreamsClient streams =
        DynamoDbAccess.on(databasePort, DynamoDbStreamsClient.builder()).build();
    closing
        .add(
            new StreamTriggers(tables, streams, functions, data.folder("checkpoints"), deadLetters))
        .start(template);
    closing
        .add(new QueueTriggers(queues, functions, deadLetters, Clock.systemUTC()))
        .start(template);
    closing.add(new Schedules(functions, Clock.systemUTC())).start(template);
    return async;
  }

  private void writeRuntimeFile(
      PlatformVariables platform, SupervisedServer database, SupervisedServer nats) {
    new RuntimeFile(data)
        .api(options.publicUrl(), endpoints.invokePort())
        .issuer(jwksUrl())
        .platform(platform)
        .servers(database, nats)
        .write();
  }

  @Override
  public void close() {
    whenChanged = () -> {};
    closing.close();
  }
}
