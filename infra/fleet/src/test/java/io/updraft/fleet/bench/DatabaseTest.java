package io.updraft.fleet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private final List<String> requests = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private HttpServer server;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    wire = new Wire(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.add(operation + " " + new String(body, StandardCharsets.UTF_8));
    byte[] answer = answers.removeFirst().getBytes(StandardCharsets.UTF_8);
    // As the real one does, see TestDatabaseTest.refusesARequestWithoutADate.
    boolean dated = exchange.getRequestHeaders().containsKey("X-Amz-Date");
    exchange.sendResponseHeaders(dated && answer.length > 0 ? 200 : 400, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    server.stop(0);
  }

  @Test
  void findsATable() throws IOException {
    answers.add("{\"TableNames\": [\"DevicesTable\", \"ArrivalsTable\"]}");

    assertThat(new Database(wire).table("Arrivals")).isEqualTo("ArrivalsTable");
    assertThat(requests).containsExactly("DynamoDB_20120810.ListTables {}");
  }

  @Test
  void looksForAnItemPageByPage() throws IOException {
    answers.add("{\"Items\": [], \"LastEvaluatedKey\": {\"pk\": {\"S\": \"a\"}}}");
    answers.add("{\"Items\": [{\"points\": {\"N\": \"100\"}}]}");

    assertThat(new Database(wire).itemWith("t", "points", 100).toString()).contains("100");
    assertThat(requests.getLast()).contains("\"ExclusiveStartKey\":{\"pk\":{\"S\":\"a\"}}");
  }

  @Test
  void tellsWhatTheDatabaseRefuses() {
    answers.add("");

    assertThatThrownBy(() -> new Database(wire).drop("t"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("DeleteTable");
  }
}
