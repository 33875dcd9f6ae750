package io.updraft.notification.sqs;

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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsOutgoingTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Integer> batches = new ArrayList<>();
  private HttpServer server;
  private SqsOutgoing outgoing;

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
    outgoing = new SqsOutgoing(client, "Queue");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Takes what it is given, but for messages that say "no". */
  private void answer(HttpExchange exchange) throws IOException {
    JsonNode entries = JSON.readTree(exchange.getRequestBody()).path("Entries");
    batches.add(entries.size());
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("Successful");
    answer.putArray("Failed");
    for (JsonNode entry : entries) {
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

  @Test
  void putsTenAtATime() {
    List<String> events = IntStream.range(0, 23).mapToObj(i -> "event " + i).toList();

    assertThat(outgoing.put(events)).isEmpty();
    assertThat(batches).containsExactly(10, 10, 3);
  }

  @Test
  void tellsWhichWereRefused() {
    List<String> events = new ArrayList<>(IntStream.range(0, 12).mapToObj(i -> "e" + i).toList());
    events.set(3, "no");
    events.set(11, "no");

    assertThat(outgoing.put(events)).containsExactlyInAnyOrder(3, 11);
  }

  @Test
  void isUnavailableWhereTheQueueIsAway() {
    server.stop(0);

    assertThatThrownBy(() -> outgoing.put(List.of("event")))
        .isInstanceOf(DependencyUnavailable.class);
  }

  @Test
  void isNotThereWithoutAQueue() {
    assertThat(SqsOutgoing.from(Environment.of(Map.of()))).isEmpty();
  }
}
