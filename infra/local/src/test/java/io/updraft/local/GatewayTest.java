package io.updraft.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API, from outside, with the functions of the sample. */
class GatewayTest {
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

  @Test
  void givesTheFunctionAnEventOfFormatTwo() throws Exception {
    HttpResponse<String> response =
        sample.post(
            "/open/a%20b?x=1&x=2&y=%C3%A9",
            "{}",
            "Content-Type",
            "application/json",
            "X-Many",
            "a",
            "X-Many",
            "b",
            "User-Agent",
            "test");

    JsonNode event = JSON.readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("ANY /open/{id}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/open/a%20b");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%C3%A9");
    assertThat(event.path("queryStringParameters")).isEqualTo(json("{'x': '1,2', 'y': 'é'}"));
    assertThat(event.path("pathParameters")).isEqualTo(json("{'id': 'a b'}"));
    assertThat(event.path("headers").path("x-many").asText()).isEqualTo("a,b");
    assertThat(event.path("body").asText()).isEqualTo("{}");
    assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
    JsonNode context = event.path("requestContext");
    assertThat(context.path("http"))
        .isEqualTo(
            json(
                "{'method': 'POST', 'path': '/open/a%20b', 'protocol': 'HTTP/1.1',"
                    + " 'sourceIp': '127.0.0.1', 'userAgent': 'test'}"));
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("routeKey").asText()).isEqualTo("ANY /open/{id}");
    assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("time").asText())
        .matches("\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(context.path("timeEpoch").longValue()).isPositive();
    assertThat(context.path("requestId").asText())
        .isEqualTo(response.headers().firstValue("apigw-requestid").orElseThrow());
    assertThat(context.has("authorizer")).isFalse();
  }

  /** Also where they only claim to be text, so that no byte is replaced. */
  @ParameterizedTest
  @ValueSource(strings = {"application/octet-stream", "application/json"})
  void givesBodiesThatAreNotTextAsBase64(String mediaType) throws Exception {
    byte[] bytes = {0, (byte) 0xff, 3};
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sample.options().localUrl() + "/open/1"))
            .header("Content-Type", mediaType)
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();

    JsonNode event = JSON.readTree(RunningSample.send(request).body());

    assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
    assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
  }

  @Test
  void givesCookiesApart() throws Exception {
    JsonNode event = JSON.readTree(sample.get("/open/1", "Cookie", "a=1; b=2").body());

    assertThat(event.path("cookies")).isEqualTo(json("['a=1', 'b=2']"));
    assertThat(event.path("headers").has("cookie")).isFalse();
  }

  @Test
  void rendersWhatTheFunctionAnswers() throws Exception {
    HttpResponse<String> response =
        answer(
            "{'statusCode': 418, 'headers': {'X-One': '1', 'Content-Type': 'text/plain'},"
                + " 'cookies': ['a=1', 'b=2'], 'body': 'aGk=', 'isBase64Encoded': true}");

    assertThat(response.statusCode()).isEqualTo(418);
    assertThat(response.headers().firstValue("x-one")).contains("1");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(response.body()).isEqualTo("hi");
  }

  @Test
  void takesAnAnswerWithoutStatusAsBody() throws Exception {
    HttpResponse<String> response = answer("{'a': 1}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void answers500WhereTheFunctionFailsOrAnswersNonsense() throws Exception {
    for (HttpResponse<String> response :
        List.of(sample.get("/fail"), answer("{'statusCode': 'x'}"))) {
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void answers503WhereTheFunctionTakesTooLong() throws Exception {
    HttpResponse<String> response = sample.get("/slow");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @Test
  void asksTheAuthorizerOncePerIdentity() throws Exception {
    JsonNode first = JSON.readTree(sample.get("/closed/1", "Authorization", "in").body());
    JsonNode second = JSON.readTree(sample.get("/closed/2", "Authorization", "in").body());

    JsonNode context = first.path("requestContext").path("authorizer");
    assertThat(context.path("lambda").path("asked").isInt()).isTrue();
    assertThat(second.path("requestContext").path("authorizer")).isEqualTo(context);
  }

  @Test
  void refusesAsTheAuthorizerSays() throws Exception {
    assertThat(sample.get("/closed/1").statusCode()).isEqualTo(401);
    assertThat(sample.get("/closed/1").body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(sample.get("/closed/1", "Authorization", "out").statusCode()).isEqualTo(403);
    assertThat(sample.get("/closed/1", "Authorization", "out").body())
        .isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(sample.get("/closed/1", "Authorization", "fail").statusCode()).isEqualTo(500);
  }

  @Test
  void refusesBodiesOverTheLimits() throws Exception {
    int limit = 10 * 1024 * 1024;
    assertThat(sample.post("/open/1", "x".repeat(limit + 1)).statusCode()).isEqualTo(413);
    // Under the limit of the API, but over the one of a function's event.
    assertThat(sample.post("/open/1", "x".repeat(limit)).statusCode()).isEqualTo(413);
    assertThat(sample.post("/open/1", "x".repeat(1_000_000)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesEndlessBodies() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes("POST /open/1 HTTP/1.1\r\nHost: a\r\n"));
      socket.getOutputStream().write(bytes("Transfer-Encoding: chunked\r\n\r\n"));
      byte[] chunk = bytes("100000\r\n" + "x".repeat(0x100000) + "\r\n");
      for (int i = 0; i < 11; i++) {
        socket.getOutputStream().write(chunk);
      }
      assertThat(statusLine(socket)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void refusesLongHeaders() throws Exception {
    HttpResponse<String> response = sample.get("/health", "X-Long", "x".repeat(20_000));

    assertThat(response.statusCode()).isEqualTo(431);
  }

  @Test
  void survivesWhatIsNotHttp() throws Exception {
    for (String nonsense :
        List.of(
            "\u0000\u0001nonsense",
            "GET /open/%ff%fe HTTP/1.1\r\nHost: a",
            "GET /open/1?a=%zz HTTP/1.1\r\nHost: a",
            "GET /open/..%2f..%2fetc HTTP/1.1\r\nHost: a",
            "GET /open/../../etc HTTP/1.1\r\nHost: a",
            "GET /health HTTP/1.1")) {
      try (Socket socket = connect()) {
        socket.getOutputStream().write(bytes(nonsense + "\r\n\r\n"));
        assertThat(statusLine(socket)).as(nonsense).startsWith("HTTP/1.1 400");
      }
    }
    assertThat(sample.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void slowClientsDoNotKeepOthersWaiting() throws Exception {
    Socket[] slow = new Socket[200];
    try {
      for (int i = 0; i < slow.length; i++) {
        slow[i] = connect();
        slow[i].getOutputStream().write(bytes("POST /open/1 HTTP/1.1\r\nHost: a\r\n"));
        slow[i].getOutputStream().write(bytes("Content-Length: 100\r\n\r\nx"));
      }
      assertThat(sample.get("/health").statusCode()).isEqualTo(200);
      assertThat(sample.post("/open/1", "{}").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void eachFunctionReadsItsOwnEnvironment() throws Exception {
    Map<String, List<String>> headers = sample.get("/health").headers().map();

    assertThat(headers.get("x-greeting")).containsExactly("hello");
    assertThat(headers.get("x-public-url"))
        .containsExactly(sample.options().publicUrl().toString());
    assertThat(headers.get("x-function")).containsExactly("Echo");
  }

  private static HttpResponse<String> answer(String answer) throws Exception {
    return sample.post(
        "/open/1", "{\"answer\": " + quoted(answer) + "}", "Content-Type", "application/json");
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(quoted(text));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), sample.options().port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String statusLine(Socket socket) throws IOException {
    InputStream input = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c != '\r' && c >= 0; c = input.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
