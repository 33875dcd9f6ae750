package io.updraft.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The API document as a tree, and its schemas put to work. */
final class ApiSchemas {
  static final String TEXT = Resource.text("openapi.yaml");
  static final JsonNode DOCUMENT = read(TEXT);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaLocation META_SCHEMA =
      SchemaLocation.of("https://json-schema.org/draft/2020-12/schema");

  /** What tells of the members of an object. */
  private static final List<String> TELLING =
      List.of("properties", "additionalProperties", "$ref", "allOf", "anyOf", "oneOf");

  private ApiSchemas() {}

  private static JsonNode read(String yaml) {
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new ObjectMapper().valueToTree(tree);
  }

  /** The operations by their routes, as {@code GET /firmware/{id}}. */
  static Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String route = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
        operations.put(route, method.getValue());
      }
      operations.remove("PARAMETERS " + path.getKey());
    }
    return operations;
  }

  /**
   * The schemas of objects that say nothing of their members, by where they stand: whoever sends or
   * reads such an object has to guess.
   */
  static SortedSet<String> silentObjects(JsonNode document) {
    SortedSet<String> silent = new TreeSet<>();
    addSilent(document, "", silent);
    return silent;
  }

  private static void addSilent(JsonNode node, String place, SortedSet<String> silent) {
    if (isObject(node.path("type")) && TELLING.stream().noneMatch(node::has)) {
      silent.add(place);
    }
    node.properties().forEach(e -> addSilent(e.getValue(), place + "/" + e.getKey(), silent));
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      addSilent(node.path(i), place + "/" + i, silent);
    }
  }

  private static boolean isObject(JsonNode type) {
    return type.asText().equals("object")
        || (type.isArray() && type.valueStream().anyMatch(t -> t.asText().equals("object")));
  }

  /** What is wrong with a value by a schema of the document; empty when nothing is. */
  static SortedSet<String> complaints(JsonNode schema, JsonNode value) {
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", DOCUMENT.path("components"));
    return texts(FACTORY.getSchema(whole).validate(value));
  }

  /** What is wrong with a value by a named schema. */
  static SortedSet<String> complaints(String name, JsonNode value) {
    return complaints(DOCUMENT.path("components").path("schemas").path(name), value);
  }

  /** What is wrong with a schema itself. */
  static SortedSet<String> complaintsAbout(JsonNode schema) {
    return texts(FACTORY.getSchema(META_SCHEMA).validate(schema));
  }

  private static SortedSet<String> texts(Iterable<ValidationMessage> messages) {
    SortedSet<String> texts = new TreeSet<>();
    messages.forEach(message -> texts.add(message.toString()));
    return texts;
  }
}
