package io.updraft.outbox.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.updraft.lambda.Environment;
import io.updraft.outbox.nats.NatsFixture;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.FakeService;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The function as it is deployed, between NATS and what answers as Lambda. */
@ExtendWith(DynamoDbServer.class)
class PullHandlerTest {
  private final TestDatabase database;
  @TempDir Path folder;

  PullHandlerTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void callsTheFunctionsOfTheTemplate() throws Exception {
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    try (NatsFixture nats = NatsFixture.start(folder);
        FakeService lambda = new FakeService()) {
      lambda.answers(200, "{\"outcome\":\"done\"}");
      PullHandler handler = Environment.supply(environment(nats, lambda), PullHandler::new);
      assertThat(pulled(handler)).as("nothing to tell").isEmpty();
      publish(nats, PullRig.deviceDeleted(UUID.randomUUID()));

      assertThat(pulled(handler)).contains("\"events_consumed\":1");
      assertThat(lambda.calls())
          .extracting(FakeService.Call::path)
          .satisfiesExactly(
              path -> assertThat(path).endsWith("DeviceDeletions/invocations"),
              path -> assertThat(path).endsWith("CampaignDeletions/invocations"),
              path -> assertThat(path).endsWith("AlertDeletions/invocations"));
    }
  }

  @Test
  void brokerThatIsAwayIsInTheLog() throws Exception {
    try (NatsFixture nats = NatsFixture.start(folder);
        FakeService lambda = new FakeService()) {
      PullHandler handler = Environment.supply(environment(nats, lambda), PullHandler::new);
      nats.stop();

      assertThat(pulled(handler)).contains("\"stopped\":");
    }
  }

  private static String pulled(PullHandler handler) {
    TestContext context = new TestContext(180_000);
    handler.handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), context);
    return String.join("", context.log());
  }

  private static void publish(NatsFixture nats, String envelope) throws Exception {
    Connection connection = Nats.connect(nats.url());
    try {
      connection
          .jetStream()
          .publish(PullRig.DEVICE_DELETED, envelope.getBytes(StandardCharsets.UTF_8));
    } finally {
      connection.close();
    }
  }

  private Map<String, String> environment(NatsFixture nats, FakeService lambda) {
    Map<String, String> environment = new HashMap<>(database.environment("OutboxPull"));
    environment.put("NATS_URL", nats.url());
    environment.put("PULL_WAIT_SECONDS", "1");
    environment.put("AWS_ENDPOINT_URL_LAMBDA", lambda.address().toString());
    environment.putAll(database.access());
    return environment;
  }
}
