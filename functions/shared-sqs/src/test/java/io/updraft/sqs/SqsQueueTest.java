package io.updraft.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.lambda.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsQueueTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Integer> batches = new ArrayList<>();
  private HttpServer server;
  private final List<JsonNode> entries = new ArrayList<>();
  private SqsQueue queue;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    SqsClient client =
        SqsClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
            .build();
    queue = new SqsQueue(client, "Queue");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Takes what it is given, but for messages that say "no". */
  private void answer(HttpExchange exchange) throws IOException {
    JsonNode given = JSON.readTree(exchange.getRequestBody()).path("Entries");
    batches.add(given.size());
    given.forEach(entries::add);
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("Successful");
    answer.putArray("Failed");
    for (JsonNode entry : given) {
      String id = entry.path("Id").asText();
      String body = entry.path("MessageBody").asText();
      if (body.equals("no")) {
        answer
            .withArray("Failed")
            .addObject()
            .put("Id", id)
            .put("Code", "no")
            .put("SenderFault", true);
      } else {
        answer
            .withArray("Successful")
            .addObject()
            .put("Id", id)
            .put("MessageId", "m" + id)
            .put("MD5OfMessageBody", md5(body));
      }
    }
    byte[] bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static List<QueueMessage> messages(String... bodies) {
    return Stream.of(bodies).map(QueueMessage::of).toList();
  }

  @Test
  void putsTenAtATime() {
    String[] bodies = IntStream.range(0, 23).mapToObj(i -> "event " + i).toArray(String[]::new);

    assertThat(queue.put(messages(bodies))).isEmpty();
    assertThat(batches).containsExactly(10, 10, 3);
  }

  @Test
  void putsNoMoreThanOneCallTakes() {
    String large = "x".repeat(100_000);

    assertThat(queue.put(messages(large, large, large, "small"))).isEmpty();
    assertThat(batches).containsExactly(2, 2);
  }

  @Test
  void putsNoTwoOfAGroupInOneCall() {
    queue.putAll(
        List.of(
            QueueMessage.inOrder("a1", "a", "1"),
            QueueMessage.inOrder("b1", "b", "2"),
            QueueMessage.inOrder("a2", "a", "3")));

    assertThat(batches).containsExactly(2, 1);
    assertThat(entries.getLast().path("MessageGroupId").asText()).isEqualTo("a");
    assertThat(entries.getLast().path("MessageDeduplicationId").asText()).isEqualTo("3");
    assertThat(entries.getLast().has("DelaySeconds")).isFalse();
  }

  @Test
  void saysHowLongAMessageWaits() {
    queue.putAll(List.of(QueueMessage.later("a", Duration.ofSeconds(3))));

    assertThat(entries.getFirst().path("DelaySeconds").asInt()).isEqualTo(3);
  }

  @Test
  void tellsWhichWereRefused() {
    String[] bodies = IntStream.range(0, 12).mapToObj(i -> "e" + i).toArray(String[]::new);
    bodies[3] = "no";
    bodies[11] = "no";

    assertThat(queue.put(messages(bodies))).containsExactlyInAnyOrder(3, 11);
  }

  @Test
  void stopsAtTheFirstCallThatIsRefused() {
    List<QueueMessage> messages =
        List.of(
            QueueMessage.inOrder("no", "a", "1"),
            QueueMessage.inOrder("b", "b", "2"),
            QueueMessage.inOrder("later", "a", "3"));

    assertThatThrownBy(() -> queue.putAll(messages)).isInstanceOf(DependencyUnavailable.class);
    assertThat(batches).containsExactly(2);
  }

  @Test
  void isUnavailableWhereTheQueueIsAway() {
    server.stop(0);

    assertThatThrownBy(() -> queue.put(messages("event")))
        .isInstanceOf(DependencyUnavailable.class);
  }

  @Test
  void isNotThereWithoutItsAddress() {
    assertThat(SqsQueue.find(Environment.of(Map.of()), "SOME_QUEUE_URL")).isEmpty();
  }
}
