package io.updraft.lambda.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class JsonLogTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void isWhatSlf4jFinds() {
    assertThat(LoggerFactory.getILoggerFactory().getLogger("found")).isInstanceOf(JsonLogger.class);
  }

  @Test
  void writesOneObjectALineWhateverIsInIt() throws IOException {
    logger("").info("first \"{}\"\nand {}", "quoted\u0007", 2);
    logger("").info("second");

    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst().path("message").textValue())
        .isEqualTo("first \"quoted\u0007\"\nand 2");
    assertThat(lines().getFirst().path("level").textValue()).isEqualTo("INFO");
    assertThat(lines().getFirst().path("logger").textValue()).isEqualTo("of.the.test");
    assertThat(lines().getFirst().path("time").textValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z");
  }

  @Test
  void writesValuesAndContextBesideTheMessage() throws IOException {
    JsonLog log = log("info");
    log.getMDCAdapter().put("organization", "acme");
    Logger logger = log.getLoggerFactory().getLogger("of.the.test");
    logger.atInfo().addKeyValue("status", 204).addKeyValue("none", (Object) null).log("request");
    log.getMDCAdapter().remove("organization");
    logger.info("after");

    JsonNode line = lines().getFirst();
    assertThat(line.path("organization").textValue()).isEqualTo("acme");
    assertThat(line.path("status").intValue()).isEqualTo(204);
    assertThat(line.path("none").isNull()).isTrue();
    assertThat(line.path("message").textValue()).isEqualTo("request");
    assertThat(lines().getLast().has("organization")).isFalse();
  }

  @Test
  void escapesWhatEndsALineOrATextWhereverItIs() throws IOException {
    String nasty = "\"\\/\u0000\u0001\b\t\n\u000b\f\r\u001b\u001f\u007f\u2028 é \ud83d\ude80";
    JsonLog log = log("info");
    log.getMDCAdapter().put("context" + nasty, nasty);
    Logger logger = log.getLoggerFactory().getLogger("of" + nasty);
    logger
        .atError()
        .addKeyValue("value" + nasty, nasty)
        .setCause(new IllegalStateException(nasty))
        .log(nasty);
    log.getMDCAdapter().clear();

    JsonNode line = lines().getFirst();
    assertThat(lines()).hasSize(1);
    assertThat(line.path("message").textValue()).isEqualTo(nasty);
    assertThat(line.path("logger").textValue()).isEqualTo("of" + nasty);
    assertThat(line.path("context" + nasty).textValue()).isEqualTo(nasty);
    assertThat(line.path("value" + nasty).textValue()).isEqualTo(nasty);
    assertThat(line.at("/error/message").textValue()).isEqualTo(nasty);
    assertThat(line.at("/error/stack").textValue()).contains(nasty);
  }

  @Test
  void writesHalfACharacterAsAnother() throws IOException {
    logger("info").info("half \ud83d");

    assertThat(lines()).extracting(l -> l.path("message").textValue()).containsOnly("half ?");
  }

  @Test
  void valuesThatFailDoNotEndWhatIsLoggedAbout() throws IOException {
    Object failing =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    logger("info").atInfo().addKeyValue("value", failing).log("with {}", failing);

    JsonNode line = lines().getFirst();
    assertThat(line.path("message").textValue()).contains("FAILED toString()");
    assertThat(line.path("value").textValue()).contains("FAILED toString()");
  }

  @Test
  void writesCausesAndWhatWasSuppressed() throws IOException {
    IOException cause = new IOException("connection reset");
    IllegalStateException thrown = new IllegalStateException("table gone", cause);
    thrown.addSuppressed(new IllegalArgumentException("while closing"));
    cause.addSuppressed(thrown);
    logger("info").warn("refused", thrown);

    JsonNode error = lines().getFirst().path("error");
    assertThat(error.path("message").textValue()).isEqualTo("table gone");
    assertThat(error.path("stack").textValue())
        .contains("Caused by: java.io.IOException: connection reset")
        .contains("Suppressed: java.lang.IllegalArgumentException: while closing")
        .contains("CIRCULAR REFERENCE");
  }

  @Test
  void linesOfManyThreadsStayWhole() throws Exception {
    Logger logger = logger("info");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 400; i++) {
        threads.execute(() -> logger.info("a line"));
      }
    }

    assertThat(lines()).hasSize(400);
    assertThat(lines()).extracting(l -> l.path("message").textValue()).containsOnly("a line");
  }

  @Test
  void writesWhatWasThrown() throws IOException {
    logger("error").error("record {} failed", 7, new IllegalStateException());

    JsonNode line = lines().getFirst();
    assertThat(line.path("message").textValue()).isEqualTo("record 7 failed");
    assertThat(line.at("/error/type").textValue()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.path("error").has("message")).isFalse();
    assertThat(line.at("/error/stack").textValue()).contains("JsonLogTest");
  }

  @Test
  void leavesOutWhatIsBelowTheLevel() throws IOException {
    for (String level : List.of("WARN", " warn ")) {
      logger(level).info("not written");
      logger(level).atInfo().addKeyValue("status", 200).log("not written either");
      logger(level).warn("written");
    }
    logger("no such level").debug("below info, which it is then");

    assertThat(lines()).extracting(l -> l.path("message").textValue()).containsOnly("written");
    assertThat(lines()).hasSize(2);
  }

  private Logger logger(String level) {
    return log(level).getLoggerFactory().getLogger("of.the.test");
  }

  private JsonLog log(String level) {
    PrintStream stream = new PrintStream(written, false, StandardCharsets.UTF_8);
    return new JsonLog(() -> stream, level);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : written.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new JsonMapper().readTree(line));
    }
    return lines;
  }
}
