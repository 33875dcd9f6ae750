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
