package io.updraft.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.servers.ProjectFiles;
import io.updraft.testing.ApiAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the API document says of the fields of a rule, against what is taken and shown. */
class RuleDocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMAS = schemas();
  private static final JsonNode FIELDS = SCHEMAS.at("/AlertRuleFields/properties");

  private final RuleApi api = new RuleApi();

  private static JsonNode schemas() {
    Path file = ProjectFiles.root().resolve("functions/access/src/main/resources/openapi.yaml");
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      return JSON.<JsonNode>valueToTree(tree).at("/components/schemas");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> numbers() {
    return having("maximum");
  }

  static List<String> lists() {
    return having("maxItems");
  }

  private static List<String> having(String keyword) {
    return names(FIELDS).stream().filter(name -> FIELDS.path(name).has(keyword)).toList();
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private ApiAnswer create(String field, JsonNode value) throws IOException {
    ObjectNode rule = (ObjectNode) JSON.readTree(RuleApi.HOT);
    rule.set(field, value);
    return api.create(rule.toString());
  }

  @Test
  void namesTheFieldsOfAnAnswer() {
    JsonNode answer = SCHEMAS.at("/AlertRule/allOf/1");
    List<String> required = answer.path("required").valueStream().map(JsonNode::asText).toList();

    List<String> shown = names(api.create(RuleApi.FULL).json());

    assertThat(shown).containsExactlyInAnyOrderElementsOf(required);
    assertThat(shown).containsAll(names(FIELDS)).containsAll(names(answer.path("properties")));
    assertThat(shown).hasSize(FIELDS.size() + answer.path("properties").size());
  }

  @Test
  void namesTheFilters() throws IOException {
    JsonNode filters = SCHEMAS.at("/AlertRuleFilters/properties");
    ObjectNode all = JSON.createObjectNode();
    for (String name : names(filters)) {
      all.put(name, "1.0.0");
    }
    all.putObject("attributes").put("hall", "A");

    ApiAnswer answer = create("device_filters", all);

    assertThat(answer.json().path("device_filters")).isEqualTo(all);
  }

  @Test
  void tellsWhatIsFilledIn() {
    JsonNode rule = api.create(RuleApi.HOT).json();

    List<String> withDefaults = having("default");
    assertThat(withDefaults).hasSize(6);
    withDefaults.forEach(
        name -> assertThat(rule.path(name)).as(name).isEqualTo(FIELDS.at("/" + name + "/default")));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void boundsNumbers(String name) throws IOException {
    int least = FIELDS.path(name).path("minimum").asInt();
    int most = FIELDS.path(name).path("maximum").asInt();

    for (int within : List.of(least, most)) {
      assertThat(create(name, JSON.valueToTree(within)).status()).isEqualTo(201);
    }
    for (int beyond : List.of(least - 1, most + 1)) {
      assertThat(create(name, JSON.valueToTree(beyond)).wrongFields()).containsExactly(name);
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void boundsLists(String name) throws IOException {
    int most = FIELDS.path(name).path("maxItems").asInt();

    assertThat(create(name, texts(most)).status()).isEqualTo(201);
    assertThat(create(name, texts(most + 1)).wrongFields()).containsExactly(name);
  }

  private static ArrayNode texts(int count) {
    ArrayNode texts = JSON.createArrayNode();
    IntStream.range(0, count).forEach(i -> texts.add("entry-" + i));
    return texts;
  }

  @Test
  void boundsTheConditionByWhatItsLongestTextNeeds() throws IOException {
    int most = FIELDS.at("/condition/maxLength").asInt();
    String longest = "== \"%s\"".formatted("\\\"".repeat(256));

    assertThat(longest.length()).isLessThanOrEqualTo(most);
    assertThat(create("condition", JSON.valueToTree(longest)).status()).isEqualTo(201);
    String padded = longest + " ".repeat(most - longest.length());
    assertThat(create("condition", JSON.valueToTree(padded)).status()).isEqualTo(201);
    assertThat(create("condition", JSON.valueToTree(padded + " ")).status()).isEqualTo(422);
  }
}
