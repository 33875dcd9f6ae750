package io.updraft.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.http.PlanJson;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.World;
import io.updraft.servers.ProjectFiles;
import io.updraft.testing.ApiAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the API document says of the fields of a campaign, against the change of one. */
class PlanDocumentTest {
  private static final JsonNode SCHEMAS = schemas();
  private static final JsonNode FIELDS = SCHEMAS.at("/CampaignPatch/properties");
  private static final Set<String> REQUIRED = Set.of("name", "firmware_id");

  private final CommandsApi api = new CommandsApi(new World());
  private final String campaignId = api.created("'target_groups':['north']");

  private static JsonNode schemas() {
    Path file = ProjectFiles.root().resolve("functions/access/src/main/resources/openapi.yaml");
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      return new ObjectMapper().<JsonNode>valueToTree(tree).at("/components/schemas");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> fields() {
    return names(FIELDS);
  }

  static List<String> numbers() {
    return fields().stream().filter(f -> FIELDS.path(f).has("maximum")).toList();
  }

  static List<String> lists() {
    return fields().stream().filter(f -> FIELDS.path(f).has("maxItems")).toList();
  }

  private ApiAnswer change(String field, Object value) {
    String json = new ObjectMapper().valueToTree(value).toString();
    return api.patch(campaignId, "{'%s':%s}".formatted(field, json.replace('"', '\'')));
  }

  @Test
  void namesTheFieldsOfAPlan() {
    Targeting targeting = new Targeting(1, List.of(), Examples.ANY_PUMP, false);
    Set<String> known = new HashSet<>(PlanJson.of(Examples.plan(targeting)).keySet());
    known.remove("named_device_count");
    known.addAll(List.of("firmware_id", "target_devices"));

    assertThat(fields()).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void namesTheFieldsOfAnAnswer() {
    JsonNode answer = SCHEMAS.at("/Campaign/allOf/1");
    List<String> required = answer.path("required").valueStream().map(JsonNode::asText).toList();
    Set<String> documented = new HashSet<>(names(answer.path("properties")));
    documented.addAll(names(SCHEMAS.at("/CampaignPlan/properties")));

    List<String> shown = names(change("batch_size", 7).json());
    assertThat(shown).containsExactlyInAnyOrderElementsOf(documented);
    assertThat(names(api.command(campaignId, "start", "").json()))
        .containsExactlyInAnyOrderElementsOf(required)
        .doesNotContain("target_devices");
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void takesEachFieldBackByNullWhereItIsNotRequired(String field) {
    ApiAnswer answer = api.patch(campaignId, "{'%s':null}".formatted(field));

    assertThat(answer.status()).as("%s", answer).isEqualTo(REQUIRED.contains(field) ? 422 : 200);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void refusesWhatIsNoneOfTheTypesOfAField(String field) {
    assertThat(change(field, List.of(List.of())).wrongFields())
        .isNotEmpty()
        .allMatch(wrong -> wrong.startsWith(field));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void takesNumbersWithinTheirBounds(String field) {
    int least = FIELDS.path(field).path("minimum").intValue();
    int most = FIELDS.path(field).path("maximum").intValue();

    assertThat(change(field, least).json().path(field).intValue()).isEqualTo(least);
    assertThat(change(field, most).json().path(field).intValue()).isEqualTo(most);
    assertThat(change(field, least - 1).wrongFields()).containsExactly(field);
    assertThat(change(field, most + 1).wrongFields()).containsExactly(field);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void takesListsUpToTheirLength(String field) {
    int most = FIELDS.path(field).path("maxItems").intValue();
    String entry = field.equals("rollback_triggers") ? "timeout" : "e";

    assertThat(change(field, repeated(entry, most)).status()).isEqualTo(200);
    assertThat(change(field, repeated(entry, most + 1)).wrongFields()).containsExactly(field);
  }

  private static List<String> repeated(String entry, int times) {
    return Stream.generate(() -> entry).limit(times).toList();
  }
}
