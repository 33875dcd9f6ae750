package io.updraft.local;

import static io.updraft.local.Eventually.assertThatSoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The WebSocket, from both sides: clients, and functions that send to them. */
class SocketTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  static RunningSample sample;

  @BeforeAll
  static void start() throws IOException {
    sample = RunningSample.start(folder);
  }

  @AfterAll
  static void stop() {
    sample.close();
  }

  /** A client that keeps what it hears. */
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    Client(String query) {
      socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .buildAsync(address(query), this)
              .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        heard.add(part.toString());
        part.setLength(0);
      }
      webSocket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      closed.complete(status);
      return CompletableFuture.completedStage(null);
    }
  }

  private static URI address(String query) {
    return URI.create("ws://127.0.0.1:" + sample.options().port() + "/chat" + query);
  }

  private static List<JsonNode> events(String user, String type) {
    List<JsonNode> all = sample.journal("Chat").stream().map(SocketTest::json).toList();
    List<String> ids =
        all.stream()
            .filter(e -> e.at("/queryStringParameters/user").asText().equals(user))
            .map(e -> e.at("/requestContext/connectionId").asText())
            .toList();
    return all.stream()
        .filter(e -> ids.contains(e.at("/requestContext/connectionId").asText()))
        .filter(e -> e.at("/requestContext/eventType").asText().equals(type))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String idOf(String user) {
    List<JsonNode> events = events(user, "CONNECT");
    assertThat(events).hasSize(1);
    return events.getFirst().at("/requestContext/connectionId").asText();
  }

  private static HttpResponse<String> connections(String method, String id, String body)
      throws Exception {
    URI url = URI.create(sample.address("invoke") + "/@connections/" + id);
    return RunningSample.send(
        HttpRequest.newBuilder(url).method(method, BodyPublishers.ofString(body)).build());
  }

  @Test
  void givesTheFunctionTheEventsOfAConnection() throws Throwable {
    Client client = new Client("?user=ann&x=1");

    JsonNode connect = events("ann", "CONNECT").getFirst();
    assertThat(connect.at("/queryStringParameters/x").asText()).isEqualTo("1");
    assertThat(connect.at("/headers").has("sec-websocket-key")).isTrue();
    JsonNode context = connect.path("requestContext");
    assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
    assertThat(context.path("stage").asText()).isEqualTo("chat");
    assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("connectedAt").longValue()).isPositive();
    assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");

    client.socket.sendText("hello", true).join();
    assertThatSoon(() -> assertThat(events("ann", "MESSAGE")).hasSize(1));
    JsonNode message = events("ann", "MESSAGE").getFirst();
    assertThat(message.path("body").asText()).isEqualTo("hello");
    assertThat(message.at("/requestContext/routeKey").asText()).isEqualTo("$default");

    client.socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
    assertThatSoon(() -> assertThat(events("ann", "DISCONNECT")).hasSize(1));
    JsonNode disconnect = events("ann", "DISCONNECT").getFirst().path("requestContext");
    assertThat(disconnect.path("routeKey").asText()).isEqualTo("$disconnect");
    assertThat(disconnect.path("disconnectStatusCode").asInt()).isEqualTo(1000);
    assertThat(disconnect.path("disconnectReason").asText()).isEqualTo("bye");
  }

  @Test
  void refusesAConnectionThatTheFunctionRefuses() {
    assertThatThrownBy(() -> new Client(""))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void wantsAWebSocketAtItsAddress() throws Exception {
    assertThat(sample.get("/chat?user=tim").statusCode()).isEqualTo(426);
    assertThat(events("tim", "CONNECT")).isEmpty();
  }

  @Test
  void bringsWhatFunctionsSend() throws Exception {
    Client client = new Client("?user=bob");
    String large = "x".repeat(100_000);

    assertThat(connections("POST", idOf("bob"), "one").statusCode()).isEqualTo(200);
    assertThat(connections("POST", idOf("bob"), large).statusCode()).isEqualTo(200);

    assertThat(client.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("one");
    assertThat(client.heard.poll(10, TimeUnit.SECONDS)).isEqualTo(large);
    assertThat(connections("POST", idOf("bob"), "x".repeat(128 * 1024 + 1)).statusCode())
        .isEqualTo(413);
    assertThat(JSON.readTree(connections("GET", idOf("bob"), "").body()).has("connectedAt"))
        .isTrue();
  }

  @Test
  void closesWhatFunctionsClose() throws Throwable {
    Client client = new Client("?user=cid");

    assertThat(connections("DELETE", idOf("cid"), "").statusCode()).isEqualTo(204);

    assertThat(client.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThatSoon(
        () -> {
          HttpResponse<String> answer = connections("POST", idOf("cid"), "late");
          assertThat(answer.statusCode()).isEqualTo(410);
          assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("GoneException");
        });
  }

  @Test
  void knowsNoConnectionThatNeverWas() throws Exception {
    assertThat(connections("POST", "nobody", "x").statusCode()).isEqualTo(410);
    assertThat(connections("DELETE", "nobody", "").statusCode()).isEqualTo(410);
  }

  /** It opens the connection, and then reads nothing. */
  @Test
  void cutsOffAClientThatReadsNothing() throws Throwable {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), sample.options().port())) {
      String handshake =
          """
          GET /chat?user=eve HTTP/1.1
          Host: a
          Connection: Upgrade
          Upgrade: websocket
          Sec-WebSocket-Version: 13
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

          """;
      slow.getOutputStream()
          .write(handshake.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThatSoon(
          () -> assertThat(connections("GET", idOf("eve"), "").statusCode()).isEqualTo(200));
      String large = "x".repeat(128 * 1024);

      int status = 200;
      for (int sent = 0; sent < 1_000 && status == 200; sent++) {
        status = connections("POST", idOf("eve"), large).statusCode();
      }

      assertThat(status).isEqualTo(410);
      assertThatSoon(() -> assertThat(events("eve", "DISCONNECT")).hasSize(1));
    }
  }
}
