package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Bodies good and bad, sent through the whole edge. */
class BodyTest {
  private final TestFunction function =
      TestFunction.of(
          request -> {
            Fields body = request.json();
            String name = body.text("name", 1, 20_000_000);
            body.throwIfInvalid();
            return HttpResponse.ok(Map.of("name", name));
          });

  @Test
  void readsJsonOfEveryJsonMediaType() {
    for (String type : new String[] {"application/json", "Application/Merge-Patch+JSON;a=b"}) {
      assertThat(post("{\"name\":\"ok\"}").header("content-type", type).sentTo(function).status())
          .isEqualTo(200);
    }
  }

  @Test
  void refusesOtherMediaTypes() {
    for (String type : new String[] {"text/plain", "", "application/x-www-form-urlencoded", ";"}) {
      Answer answer = post("{\"name\":\"ok\"}").header("content-type", type).sentTo(function);

      assertThat(answer.status()).as(type).isEqualTo(415);
    }
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    for (String body :
        new String[] {
          "",
          "  ",
          "{",
          "[]",
          "1",
          "null",
          "{\"a\":1}{}",
          "{\"a\":1,\"a\":2}",
          "{a:1}",
          "\u0000",
          "{\"a\":NaN}",
          "{\"a\":'x'}",
          "{\"name\":\"ok\"} //"
        }) {
      Answer answer = post(body).sentTo(function);

      assertThat(answer.code()).as(body).isEqualTo("MALFORMED");
      assertThat(answer.payload().toString()).doesNotContain("com.fasterxml", "StreamRead");
    }
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] utf16 = "{\"name\":\"ok\"}".getBytes(StandardCharsets.UTF_16);

    assertThat(post(utf16).sentTo(function).code()).isEqualTo("MALFORMED");
  }

  @Test
  void takesFiftyLevelsAndNoMore() {
    assertThat(post(nested(50)).sentTo(function).status()).isEqualTo(200);
    assertThat(post(nested(51)).sentTo(function).code()).isEqualTo("MALFORMED");
    assertThat(post(nested(100)).sentTo(function).code()).isEqualTo("MALFORMED");
    assertThat(post(nested(100_000)).sentTo(function).code()).isEqualTo("MALFORMED");
  }

  @Test
  void takesOneMebibyteAndNoMore() {
    String frame = "{\"name\":\"\"}";
    String fitting = "x".repeat((1 << 20) - frame.length());

    assertThat(post("{\"name\":\"" + fitting + "\"}").sentTo(function).status()).isEqualTo(200);
    assertThat(post("{\"name\":\"x" + fitting + "\"}").sentTo(function).status()).isEqualTo(413);
  }

  @Test
  void undoesGzip() {
    byte[] gzip = ContentEncoding.gzip("{\"name\":\"ok\"}".getBytes(StandardCharsets.UTF_8));

    Answer answer = post(gzip).header("Content-Encoding", "GZIP").sentTo(function);

    assertThat(answer.json().path("name").asText()).isEqualTo("ok");
  }

  @Test
  void stopsInflatingAtItsBound() {
    byte[] bomb = ContentEncoding.gzip(new byte[(10 << 20) + 1]);

    assertThat(bomb.length).isLessThan(20_000);
    assertThat(post(bomb).header("content-encoding", "gzip").sentTo(function).status())
        .isEqualTo(413);
  }

  @Test
  void refusesBrokenAndUnknownEncodings() {
    byte[] gzip = ContentEncoding.gzip("{\"name\":\"ok\"}".getBytes(StandardCharsets.UTF_8));
    byte[] truncated = Arrays.copyOf(gzip, gzip.length - 9);

    assertThat(post("{}").header("content-encoding", "gzip").sentTo(function).code())
        .isEqualTo("MALFORMED");
    assertThat(post(truncated).header("content-encoding", "gzip").sentTo(function).code())
        .isEqualTo("MALFORMED");
    assertThat(post(gzip).header("content-encoding", "br").sentTo(function).status())
        .isEqualTo(415);
  }

  @Test
  void compressesLargeTextForWhoAcceptsIt() {
    String large = "x".repeat(3000);

    Answer plain = post("{\"name\":\"" + large + "\"}").sentTo(function);
    Answer gzip =
        post("{\"name\":\"" + large + "\"}").header("accept-encoding", "br, gzip").sentTo(function);
    Answer declined =
        post("{\"name\":\"" + large + "\"}").header("accept-encoding", "gzip;q=0").sentTo(function);

    assertThat(plain.isBase64()).isFalse();
    assertThat(declined.isBase64()).isFalse();
    assertThat(gzip.isBase64()).isTrue();
    assertThat(gzip.header("content-encoding")).isEqualTo("gzip");
    assertThat(ContentEncoding.undone("gzip", gzip.bytes(), 10_000)).isEqualTo(plain.bytes());
  }

  @Test
  void leavesSmallTextUncompressed() {
    Answer answer = post("{\"name\":\"ok\"}").header("accept-encoding", "gzip").sentTo(function);

    assertThat(answer.isBase64()).isFalse();
  }

  @Test
  void noBodyWhateverMakesItADefect() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    TestFunction reading = TestFunction.of(BodyTest::readEverything);
    Set<Integer> statuses = new HashSet<>();
    for (int i = 0; i < 3000; i++) {
      byte[] body = Mutation.of(random);
      String type = Mutation.contentType(random);

      Answer answer = post(body).header("content-type", type).sentTo(reading);

      assertThat(answer.status())
          .as("seed %d, round %d, %s", seed, i, type)
          .isIn(200, 400, 415, 422);
      statuses.add(answer.status());
    }
    assertThat(statuses).as("the bodies are of every kind, seed %d", seed).hasSize(4);
  }

  private static HttpResponse readEverything(HttpRequest request) {
    boolean multipart = request.header("content-type").orElse("").startsWith("multipart");
    Fields body = multipart ? request.multipart().json("metadata") : request.json();
    if (multipart) {
      request.multipart().file("file");
    }
    body.text("name", 1, 10);
    body.number("file_size", 1, 10);
    body.optionalDecimal("share", 0, 1);
    body.optionalFlag("is_beta");
    body.optionalTime("scheduled_start");
    body.texts("tags", 3, 1, 5);
    body.pairs("metadata", 3, 5, 5);
    body.choiceOr("priority", Role.VIEWER, Role.class);
    body.object("window").ifPresent(window -> window.text("from", 1, 5));
    body.objects("parts", 5).forEach(part -> part.number("part_number", 1, 9));
    body.throwIfInvalid();
    return HttpResponse.ok(Map.of("read", true));
  }

  private static RecordedEvent post(String body) {
    return RecordedEvent.named("create-firmware").body(body);
  }

  private static RecordedEvent post(byte[] body) {
    return RecordedEvent.named("create-firmware").body(body);
  }

  private static String nested(int levels) {
    int inner = levels - 1;
    return "{\"name\":\"ok\",\"deep\":" + "[".repeat(inner) + "]".repeat(inner) + "}";
  }
}
