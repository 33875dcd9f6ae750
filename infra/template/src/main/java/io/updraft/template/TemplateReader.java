package io.updraft.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the resources of a template. */
final class TemplateReader {
  /** Resources that hold data or run code, so that leaving them out would be felt. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "AWS::DynamoDB::GlobalTable",
          "AWS::Lambda::EventSourceMapping",
          "AWS::Lambda::Function",
          "AWS::Serverless::Api",
          "AWS::Serverless::SimpleTable");

  private final Section root;
  private final Intrinsics intrinsics;
  private final References references;

  private TemplateReader(Section root, Intrinsics intrinsics, References references) {
    this.root = root;
    this.intrinsics = intrinsics;
    this.references = references;
  }

  static TemplateReader of(
      Map<String, Object> document, Map<String, String> overrides, PhysicalNames names) {
    Section plain = plain(document);
    References references = new References(parameters(plain, overrides), types(plain), names);
    Intrinsics intrinsics = new Intrinsics(references, plain.section("Conditions").values());
    return new TemplateReader(new Section("", document, intrinsics), intrinsics, references);
  }

  static Set<String> parameterNames(Map<String, Object> document) {
    return plain(document).children("Parameters").keySet();
  }

  /** What names stand for is read by a section that knows none of them yet. */
  private static Section plain(Map<String, Object> document) {
    References nothing = new References(Map.of(), Map.of(), PhysicalNames.logicalIds());
    return new Section("", document, new Intrinsics(nothing, Map.of()));
  }

  Template read() {
    Map<String, Section> resources = present();
    resources.values().forEach(TemplateReader::refuseUnsupported);
    Optional<HttpApi> api =
        only(collect(resources, "AWS::Serverless::HttpApi", HttpApiReader::read));
    FunctionReader functions = new FunctionReader(root.section("Globals").section("Function"), api);
    return new Template(
        collect(resources, "AWS::Serverless::Function", functions::read),
        collect(resources, "AWS::DynamoDB::Table", (id, p) -> TableReader.read(id, name(id), p)),
        collect(
            resources,
            "AWS::S3::Bucket",
            (id, p) -> new Bucket(id, p.text("BucketName", name(id)))),
        collect(resources, "AWS::SQS::Queue", Queue::read),
        api,
        new WebSocketApiReader(resources).read());
  }

  private static Map<String, Object> parameters(Section plain, Map<String, String> overrides) {
    Map<String, Object> values = new LinkedHashMap<>();
    plain.children("Parameters").forEach((name, p) -> values.put(name, p.text("Default", "")));
    overrides.forEach(
        (name, value) -> {
          if (values.replace(name, value) == null) {
            throw new InvalidTemplate("Parameters." + name, "is not defined");
          }
        });
    return values;
  }

  private static Map<String, String> types(Section plain) {
    Map<String, String> types = new LinkedHashMap<>();
    plain.children("Resources").forEach((id, resource) -> types.put(id, resource.text("Type")));
    return types;
  }

  private Map<String, Section> present() {
    Map<String, Section> resources = root.children("Resources");
    resources.values().removeIf(resource -> !isPresent(resource));
    return resources;
  }

  private boolean isPresent(Section resource) {
    return resource.find("Condition").map(c -> intrinsics.holds(resource.place(), c)).orElse(true);
  }

  private static void refuseUnsupported(Section resource) {
    if (UNSUPPORTED.contains(resource.text("Type"))) {
      throw resource.unsupported("Type");
    }
  }

  private static <T> Map<String, T> collect(
      Map<String, Section> resources, String type, BiFunction<String, Section, T> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    resources.forEach(
        (id, resource) -> {
          if (resource.text("Type").equals(type)) {
            read.put(id, reader.apply(id, resource.section("Properties")));
          }
        });
    return read;
  }

  private static Optional<HttpApi> only(Map<String, HttpApi> apis) {
    if (apis.size() > 1) {
      throw new InvalidTemplate(
          "Resources", "several HTTP APIs are unsupported: " + List.copyOf(apis.keySet()));
    }
    return apis.values().stream().findFirst();
  }

  private String name(String id) {
    return (String) references.name("Resources." + id, id);
  }
}
