package io.updraft.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code template.yaml} defines, with parameters, conditions and intrinsic functions resolved.
 * Resources that only exist in the cloud (roles, alarms, log groups) are not in it.
 *
 * @param functions in the order of the template, by logical id
 * @param tables by logical id
 * @param buckets by logical id
 * @param queues by logical id
 * @param api the HTTP API, if there is one
 * @param webSocket the WebSocket API, if there is one
 */
public record Template(
    Map<String, Function> functions,
    Map<String, Table> tables,
    Map<String, Bucket> buckets,
    Map<String, Queue> queues,
    Optional<HttpApi> api,
    Optional<WebSocketApi> webSocket) {

  /** Name of the file, at the root of the project. */
  public static final String FILE_NAME = "template.yaml";

  public Template {
    functions = Ordered.copyOf(functions);
    tables = Ordered.copyOf(tables);
    buckets = Ordered.copyOf(buckets);
    queues = Ordered.copyOf(queues);
  }

  /**
   * Reads the template in {@code file}.
   *
   * @param parameters values for parameters of the template; others have their defaults
   * @param names what {@code !Ref} and {@code !GetAtt} mean where the application runs
   * @throws InvalidTemplate naming the resource that is wrong or unsupported
   */
  public static Template read(Path file, Map<String, String> parameters, PhysicalNames names) {
    Map<String, Object> document = TemplateYaml.read(file);
    return TemplateReader.of(document, parameters, names).read();
  }

  /** Names of the parameters that the template in {@code file} has. */
  public static Set<String> parameters(Path file) {
    return TemplateReader.parameterNames(TemplateYaml.read(file));
  }

  /**
   * The function with this logical id.
   *
   * @throws InvalidTemplate if there is none
   */
  public Function function(String id) {
    return required(functions, "function", id);
  }

  /**
   * The table with this logical id.
   *
   * @throws InvalidTemplate if there is none
   */
  public Table table(String id) {
    return required(tables, "table", id);
  }

  /**
   * The bucket with this logical id.
   *
   * @throws InvalidTemplate if there is none
   */
  public Bucket bucket(String id) {
    return required(buckets, "bucket", id);
  }

  /**
   * The queue with this logical id.
   *
   * @throws InvalidTemplate if there is none
   */
  public Queue queue(String id) {
    return required(queues, "queue", id);
  }

  private static <T> T required(Map<String, T> resources, String kind, String id) {
    T resource = resources.get(id);
    if (resource == null) {
      throw new InvalidTemplate("Resources." + id, "there is no such " + kind);
    }
    return resource;
  }

  /** The HTTP API's routes, each with the function that answers it. */
  public List<Route> routes() {
    return functions.values().stream().flatMap(f -> f.routes().stream()).toList();
  }
}
