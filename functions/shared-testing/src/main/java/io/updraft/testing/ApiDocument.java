package io.updraft.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.updraft.servers.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the API document says of answers, taken strictly: members that it does not name are wrong.
 */
public final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final JsonNode DOCUMENT = document();

  private ApiDocument() {}

  private static JsonNode document() {
    Path file = ProjectFiles.root().resolve("functions/access/src/main/resources/openapi.yaml");
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      JsonNode document = JSON.valueToTree(tree);
      makeEntriesStrict(document);
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeEntriesStrict(JsonNode node) {
    node.forEach(ApiDocument::makeEntriesStrict);
    if (node instanceof ObjectNode schema && schema.path("items").isObject()) {
      schema.set("items", strict(schema.path("items")));
    }
  }

  private static ObjectNode strict(JsonNode schema) {
    ObjectNode strict = JSON.createObjectNode().put("unevaluatedProperties", false);
    strict.putArray("allOf").add(schema);
    return strict;
  }

  /**
   * What is wrong with an answer; empty when nothing is.
   *
   * @param route as {@code GET /api/v1/telemetry/stats}
   */
  public static List<String> complaints(String route, ApiAnswer answer) {
    JsonNode content = response(route, answer.status()).path("content");
    String mediaType = answer.headers().getOrDefault("content-type", "");
    JsonNode schema = content.path(mediaType).path("schema");
    if (schema.isMissingNode()) {
      return List.of("%s answers %d %s".formatted(route, answer.status(), mediaType));
    }
    ObjectNode whole = strict(schema);
    whole.set("components", DOCUMENT.path("components"));
    return FACTORY.getSchema(whole).validate(answer.json()).stream()
        .map(message -> route + " " + message)
        .sorted()
        .toList();
  }

  private static JsonNode response(String route, int status) {
    String[] words = route.split(" ", 2);
    JsonNode operation =
        DOCUMENT.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
    JsonNode response = operation.path("responses").path(Integer.toString(status));
    String reference = response.path("$ref").asText();
    return reference.isEmpty() ? response : DOCUMENT.at(reference.substring(1));
  }
}
