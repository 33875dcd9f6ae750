package io.updraft.access;

import static io.updraft.access.ApiSchemas.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.updraft.servers.ProjectFiles;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Route;
import io.updraft.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The API document as such, and against the template. */
class ApiDocumentTest {

  private static Template template() {
    return Template.read(
        ProjectFiles.root().resolve(Template.FILE_NAME), Map.of(), PhysicalNames.logicalIds());
  }

  private static boolean isOpen(JsonNode operation) {
    JsonNode security = operation.path("security");
    return security.size() == 1 && security.path(0).isEmpty();
  }

  @Test
  void routesAreThoseOfTheTemplateAndOpenWhereTheyAreThere() {
    Map<String, Boolean> documented = new TreeMap<>();
    ApiSchemas.operations().forEach((route, o) -> documented.put(route, isOpen(o)));
    Map<String, Boolean> deployed = new TreeMap<>();
    template().routes().stream()
        .filter(route -> !route.key().equals(Route.DEFAULT))
        .forEach(route -> deployed.put(route.key(), route.authorizer().isEmpty()));
    assertThat(documented).isEqualTo(deployed);
  }

  @Test
  void isValidOpenApi() {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(ApiSchemas.TEXT);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  void schemasAreValid() {
    DOCUMENT
        .path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema ->
                assertThat(ApiSchemas.complaintsAbout(schema.getValue()))
                    .as(schema.getKey())
                    .isEmpty());
  }

  @Test
  void schemasRefuseWhatIsNotOfThem() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    assertThat(ApiSchemas.complaints("Problem", json.readTree("{}"))).isNotEmpty();
    assertThat(ApiSchemas.complaints("NewApiKey", json.readTree("{'key':'x'}".replace('\'', '"'))))
        .hasSizeGreaterThan(5);
    assertThat(ApiSchemas.complaintsAbout(json.readTree("{'type':'txt'}".replace('\'', '"'))))
        .isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> dangling =
        DOCUMENT.findValuesAsText("$ref").stream()
            .filter(reference -> DOCUMENT.at(reference.substring(1)).isMissingNode())
            .toList();
    assertThat(dangling).isEmpty();
  }

  @Test
  void everyObjectTellsItsMembers() throws JsonProcessingException {
    assertThat(ApiSchemas.silentObjects(DOCUMENT)).isEmpty();
    JsonNode silent =
        new ObjectMapper()
            .readTree(
                "{'a':{'type':'object'},'b':{'oneOf':[{'type':['object','null'],'minProperties':1}]},'c':{'type':'object','properties':{'type':{'type':'string'}}}}"
                    .replace('\'', '"'));
    assertThat(ApiSchemas.silentObjects(silent)).containsExactly("/a", "/b/oneOf/0");
  }

  /** A change takes all that a creation takes, and null for what is not required there. */
  @Test
  void campaignsAreChangedByWhatTheyAreCreatedWith() {
    JsonNode creation = DOCUMENT.at("/components/schemas/CampaignPlan/properties");
    JsonNode change = DOCUMENT.at("/components/schemas/CampaignPatch/properties");
    List<String> required =
        DOCUMENT
            .at("/components/schemas/CampaignRequest/required")
            .valueStream()
            .map(JsonNode::asText)
            .toList();
    assertThat(names(change)).isEqualTo(names(creation)).contains("rollout_percentage");
    creation
        .properties()
        .forEach(
            e -> {
              JsonNode changed = change.path(e.getKey());
              assertThat(bounds(changed)).as(e.getKey()).isEqualTo(bounds(e.getValue()));
              assertThat(ApiSchemas.complaints(changed, NullNode.getInstance()).isEmpty())
                  .as("%s can be null", e.getKey())
                  .isEqualTo(!required.contains(e.getKey()));
            });
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** A schema without what it says of null, and without words. */
  private static JsonNode bounds(JsonNode schema) {
    JsonNode bare = schema.has("anyOf") ? schema.at("/anyOf/0") : schema;
    ObjectNode bounds = bare.deepCopy();
    bounds.remove(List.of("default", "description"));
    JsonNode type = bounds.path("type");
    return type.isArray() ? bounds.put("type", type.path(0).asText()) : bounds;
  }

  @Test
  void examplesKeepToTheirSchemas() {
    List<JsonNode> contents = new ArrayList<>();
    DOCUMENT.findParents("schema").stream()
        .filter(content -> content.has("example") || content.has("examples"))
        .forEach(contents::add);
    assertThat(contents).hasSizeGreaterThan(10);
    for (JsonNode content : contents) {
      for (JsonNode example : examples(content)) {
        assertThat(ApiSchemas.complaints(content.path("schema"), example))
            .as(example.toString())
            .isEmpty();
      }
    }
  }

  private static List<JsonNode> examples(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>(content.path("examples").findValues("value"));
    if (content.has("example")) {
      examples.add(content.path("example"));
    }
    return examples;
  }

  @Test
  void everyOperationSaysHowItIsRefused() {
    ApiSchemas.operations()
        .forEach(
            (route, operation) ->
                assertThat(operation.path("responses").has("default")).as(route).isTrue());
  }
}
