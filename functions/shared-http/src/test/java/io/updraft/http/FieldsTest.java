package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FieldsTest {
  enum Strategy {
    BLUE_GREEN,
    STAGED
  }

  @Test
  void readsWhatIsRight() {
    Fields fields =
        fields(
            """
            {"name":"Ünïcode 🚀","count":9007199254740993,"share":0.25,"beta":true,
             "strategy":"staged","start":"2026-11-24T13:00:00.1239+02:00","tags":["a","b"],
             "metadata":{"z":"1","a":"2"},"window":{"from":"mon"},"parts":[{"n":1},{"n":2}]}""");

    assertThat(fields.text("name", 1, 9)).isEqualTo("Ünïcode 🚀");
    assertThat(fields.number("count", 0, Long.MAX_VALUE)).isEqualTo(9007199254740993L);
    assertThat(fields.optionalDecimal("share", 0, 1)).isEqualTo(0.25);
    assertThat(fields.optionalDecimal("count", 0, 1e17)).isEqualTo(9007199254740992.0);
    assertThat(fields.flagOr("beta", false)).isTrue();
    assertThat(fields.choice("strategy", Strategy.class)).isEqualTo(Strategy.STAGED);
    assertThat(fields.optionalTime("start")).isEqualTo(Instant.parse("2026-11-24T11:00:00.123Z"));
    assertThat(fields.texts("tags", 2, 1, 1)).containsExactly("a", "b");
    assertThat(fields.pairs("metadata", 2, 1, 1))
        .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
    assertThat(fields.object("window").orElseThrow().text("from", 1, 3)).isEqualTo("mon");
    assertThat(fields.objects("parts", 2)).extracting(part -> part.number("n", 1, 2)).contains(2L);
    assertThat(fields.optionalPattern("strategy", Pattern.compile("[a-z]+"), "no"))
        .isEqualTo("staged");
    assertThatCode(fields::throwIfInvalid).doesNotThrowAnyException();
  }

  @Test
  void tellsOfEachFieldTheFirstThingThatIsWrong() {
    Fields fields = fields("{}");

    fields.choice("strategy", Strategy.class);
    fields.reject("strategy", "must suit the firmware");

    assertThat(errors(fields)).containsExactly(new FieldError("strategy", "is required"));
  }

  @Test
  void readsListsThatMayNotBeEmpty() {
    Fields fields =
        fields("{\"good\":[\"a\"],\"empty\":[],\"long\":[\"a\",\"b\",\"c\"],\"odd\":[5]}");

    assertThat(fields.someTexts("good", 2, 1, 1)).containsExactly("a");
    for (String name : List.of("absent", "empty", "long", "odd")) {
      assertThat(fields.someTexts(name, 2, 1, 1)).isEmpty();
    }
    assertThat(errors(fields))
        .containsExactly(
            new FieldError("absent", "is required"),
            new FieldError("empty", "must have 1 to 2 entries"),
            new FieldError("long", "must have at most 2 entries, not 3"),
            new FieldError("odd[0]", "must be a text"));
  }

  @Test
  void readsWhatIsAbsent() {
    for (String json : List.of("{}", nulls())) {
      Fields fields = fields(json);

      assertThat(fields.has("name")).isFalse();
      assertThat(fields.optionalText("name", 1, 2)).isNull();
      assertThat(fields.textOr("name", "default", 2)).isEqualTo("default");
      assertThat(fields.optionalPattern("name", Pattern.compile("x"), "no")).isNull();
      assertThat(fields.numberOr("count", 7, 1, 2)).isEqualTo(7);
      assertThat(fields.optionalNumber("count", 1, 2)).isNull();
      assertThat(fields.optionalDecimal("share", 1, 2)).isNull();
      assertThat(fields.flagOr("beta", true)).isTrue();
      assertThat(fields.optionalFlag("beta")).isNull();
      assertThat(fields.choiceOr("strategy", Strategy.STAGED, Strategy.class))
          .isEqualTo(Strategy.STAGED);
      assertThat(fields.optionalTime("start")).isNull();
      assertThat(fields.texts("tags", 1, 1, 1)).isEmpty();
      assertThat(fields.pairs("metadata", 1, 1, 1)).isEmpty();
      assertThat(fields.object("window")).isEmpty();
      assertThat(fields.objects("parts", 1)).isEmpty();
      assertThatCode(fields::throwIfInvalid).doesNotThrowAnyException();
    }
  }

  @Test
  void listsAllWrongFieldsAtOnce() {
    Fields fields =
        fields(
            """
            {"name":"  ","count":11,"start":"2026-11-24T13:00:00","tags":["ok",3],
             "window":{"from":"toolong"},"parts":[{"n":1},{"n":"1"}, 5]}""");
    fields.text("name", 1, 200);
    fields.text("version", 1, 50);
    fields.number("count", 1, 10);
    fields.optionalTime("start");
    fields.texts("tags", 9, 1, 5);
    fields.object("window").ifPresent(window -> window.text("from", 1, 3));
    fields.objects("parts", 3).forEach(part -> part.number("n", 1, 9));
    fields.reject("scheduled_end", "must be after scheduled_start");

    assertThat(errors(fields))
        .containsExactly(
            new FieldError("name", "must not be blank"),
            new FieldError("version", "is required"),
            new FieldError("count", "must be a whole number from 1 to 10"),
            new FieldError("start", "must be a time with an offset, as 2026-01-31T08:00:00Z"),
            new FieldError("tags[1]", "must be a text"),
            new FieldError("window.from", "must have 1 to 3 characters, not 7"),
            new FieldError("parts[2]", "must be an object"),
            new FieldError("parts[1].n", "must be a whole number from 1 to 9"),
            new FieldError("scheduled_end", "must be after scheduled_start"));
  }

  @Test
  void requiredFieldsAreMissedOnceEach() {
    Fields fields = fields(nulls());
    fields.text("name", 1, 9);
    fields.number("count", 1, 9);
    fields.choice("strategy", Strategy.class);

    assertThat(errors(fields))
        .containsExactly(
            new FieldError("name", "is required"),
            new FieldError("count", "is required"),
            new FieldError("strategy", "is required"));
  }

  @Test
  void limitsAreInclusiveAndCountCodePoints() {
    assertRight("{\"f\":\"🚀🚀\"}", fields -> fields.text("f", 2, 2));
    assertWrong("{\"f\":\"🚀🚀🚀\"}", fields -> fields.text("f", 1, 2), "1 to 2 characters, not 3");
    assertRight("{\"f\":5}", fields -> fields.number("f", 5, 5));
    assertWrong("{\"f\":4}", fields -> fields.number("f", 5, 5), "from 5 to 5");
    assertWrong("{\"f\":6}", fields -> fields.number("f", 5, 5), "from 5 to 5");
    assertRight("{\"f\":1}", fields -> fields.optionalDecimal("f", 0, 1));
    assertWrong("{\"f\":1.01}", fields -> fields.optionalDecimal("f", 0, 1), "from 0.0 to 1.0");
    assertRight("{\"f\":[1]}".replace("1", "\"x\""), fields -> fields.texts("f", 1, 1, 1));
    assertWrong("{\"f\":[1,2]}", fields -> fields.texts("f", 1, 1, 1), "at most 1 entries, not 2");
    assertWrong("{\"f\":[{},{}]}", fields -> fields.objects("f", 1), "at most 1 entries, not 2");
    assertWrong("{\"f\":{\"a\":\"b\",\"c\":\"d\"}}", fields -> fields.pairs("f", 1, 1, 1), "not 2");
  }

  @Test
  void refusesOtherJsonTypes() {
    for (String other : List.of("\"1\"", "1.5", "true", "[]", "{}", "1e400", "1".repeat(30))) {
      assertWrong(f(other), fields -> fields.number("f", 1, 9), "must be a whole number");
    }
    for (String other : List.of("1", "true", "[]", "{}")) {
      assertWrong(f(other), fields -> fields.text("f", 1, 9), "must be a text");
      assertWrong(f(other), fields -> fields.optionalTime("f"), "must be a time");
      assertWrong(
          f(other), fields -> fields.choice("f", Strategy.class), "one of blue_green, staged");
      assertWrong(
          f(other), fields -> fields.optionalPattern("f", Pattern.compile(".*"), "odd"), "odd");
    }
    for (String other : List.of("\"true\"", "1", "[]")) {
      assertWrong(f(other), fields -> fields.optionalFlag("f"), "must be true or false");
      assertWrong(f(other), fields -> fields.pairs("f", 1, 1, 1), "must be an object");
      assertWrong(f(other), fields -> fields.object("f"), "must be an object");
    }
    assertWrong(f("{}"), fields -> fields.texts("f", 1, 1, 1), "must be a list");
    assertWrong(f("\"x\""), fields -> fields.objects("f", 1), "must be a list");
    assertWrong(f("1e400"), fields -> fields.optionalDecimal("f", 0, 1), "must be a number");
    assertWrong(f("{\"a\":1}"), fields -> fields.pairs("f", 1, 1, 1), "must be a text");
    assertWrong(f("{\"ab\":\"x\"}"), fields -> fields.pairs("f", 1, 1, 1), "has a name that");
    assertWrong(f("[null]"), fields -> fields.texts("f", 1, 1, 1), "must be a text");
  }

  @Test
  void refusesTimesThatAreNone() {
    for (String time :
        List.of(
            "",
            "2026-02-30T00:00:00Z",
            "2026-11-24",
            "+12026-01-01T00:00:00Z",
            "1969-12-31T23:00:00Z")) {
      assertWrong(f('"' + time + '"'), fields -> fields.optionalTime("f"), "must be a time");
    }
  }

  @Test
  void choicesHaveWireNames() {
    assertRight(f("\"blue_green\""), fields -> fields.choice("f", Strategy.class));
    assertWrong(
        f("\"BLUE_GREEN\""), fields -> fields.choice("f", Strategy.class), "must be one of");
  }

  @Test
  void namesEachWrongItemByItsPlace() {
    Fields fields = fields("{\"ids\":[\"\",\"a b\",\"ab\",1],\"roles\":[\"\",\"admin\",\"boss\"]}");

    assertThat(fields.texts("ids", 4, Pattern.compile("[a-z]+"), "odd")).containsExactly("ab");
    assertThat(fields.choices("roles", 3, Role.class)).containsExactly(Role.ADMIN);
    assertThat(errors(fields))
        .extracting(FieldError::field)
        .containsExactly("ids[0]", "ids[1]", "ids[3]", "roles[0]", "roles[2]");
  }

  @Test
  void listsNoMoreWrongFieldsThanAnAnswerCanHold() {
    Fields fields = fields("{\"ids\":[" + "0,".repeat(99_999) + "0]}");
    fields.texts("ids", 100_000, 1, 1);

    ProblemException refusal = catchThrowableOfType(ProblemException.class, fields::throwIfInvalid);

    assertThat(refusal.problem().errors()).hasSize(1_000);
    assertThat(refusal.problem().detail()).contains("the first 1,000 of 100,000");
  }

  @Test
  void neverRepeatsAnEndlessName() {
    Fields fields = fields(f("{\"" + "x".repeat(10_000) + "\":1}"));
    fields.pairs("f", 1, 50, 50);

    assertThat(errors(fields))
        .containsExactly(
            new FieldError("f", "has a name that must have 1 to 50 characters, not 10000"));
  }

  private static void assertRight(String json, Consumer<Fields> reading) {
    Fields fields = fields(json);
    reading.accept(fields);
    assertThatCode(fields::throwIfInvalid).as(json).doesNotThrowAnyException();
  }

  private static void assertWrong(String json, Consumer<Fields> reading, String message) {
    Fields fields = fields(json);
    reading.accept(fields);
    assertThat(errors(fields)).as(json).hasSize(1);
    assertThat(errors(fields).getFirst().message()).as(json).contains(message);
  }

  private static List<FieldError> errors(Fields fields) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, fields::throwIfInvalid);
    assertThat(refusal).isNotNull();
    assertThat(refusal.problem().status()).isEqualTo(422);
    assertThat(refusal.problem().code()).isEqualTo("VALIDATION");
    return refusal.problem().errors();
  }

  private static String nulls() {
    return """
    {"name":null,"count":null,"share":null,"beta":null,"strategy":null,"start":null,
     "tags":null,"metadata":null,"window":null,"parts":null}""";
  }

  private static String f(String value) {
    return "{\"f\":" + value + "}";
  }

  private static Fields fields(String json) {
    return new Fields((ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8)));
  }
}
