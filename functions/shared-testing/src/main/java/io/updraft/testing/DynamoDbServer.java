package io.updraft.testing;

import io.updraft.servers.DynamoDbAccess;
import io.updraft.servers.Dynoxide;
import io.updraft.servers.ProjectFiles;
import io.updraft.servers.Server;
import io.updraft.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * JUnit extension that gives a test class the tables of {@code template.yaml} on a real server, as
 * a {@link TestDatabase} or its {@link DynamoDbClient}, in constructor or method.
 *
 * <p>One server, in memory, serves all classes of a JVM and ends with it; unless {@link
 * Endpoint#given} names another, where the tables are removed when all tests are over.
 *
 * <pre>{@code
 * @ExtendWith(DynamoDbServer.class)
 * class DynamoDbDevicesTest {
 *   DynamoDbDevicesTest(TestDatabase database) { ... }
 * }
 * }</pre>
 */
public final class DynamoDbServer implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(DynamoDbServer.class);
  private static final AtomicInteger CLASSES = new AtomicInteger();

  /** Of this process: on an endpoint that is shared another may run the same class. */
  private static final String RUN = Runs.name();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestDatabase.class || type == DynamoDbClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDatabase database = database(context);
    return parameter.getParameter().getType() == TestDatabase.class ? database : database.client();
  }

  private static TestDatabase database(ExtensionContext context) {
    Class<?> tests = outermost(context.getRequiredTestClass());
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(tests, c -> create(context, tests), TestDatabase.class);
  }

  private static TestDatabase create(ExtensionContext context, Class<?> tests) {
    String prefix = "%s-%s%d-".formatted(RUN, tests.getSimpleName(), CLASSES.incrementAndGet());
    Path template = ProjectFiles.root().resolve(Template.FILE_NAME);
    return TestDatabase.create(endpoint(context), prefix, template);
  }

  private static Class<?> outermost(Class<?> tests) {
    Class<?> enclosing = tests.getEnclosingClass();
    return enclosing == null ? tests : outermost(enclosing);
  }

  private static Endpoint endpoint(ExtensionContext context) {
    return Endpoint.given("DYNAMODB").orElseGet(() -> own(server(context)));
  }

  private static Endpoint own(Server server) {
    return Endpoint.own("DYNAMODB", DynamoDbAccess.endpoint(server.port()));
  }

  private static Server server(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Server.class, c -> start(), Server.class);
  }

  private static Server start() {
    try {
      Path log = Files.createTempFile("dynoxide", ".log");
      log.toFile().deleteOnExit();
      return Dynoxide.inMemory(log);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
