package io.updraft.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code AWS::DynamoDB::Table}. */
final class TableReader {
  private TableReader() {}

  static Table read(String id, String name, Section properties) {
    if (properties.has("LocalSecondaryIndexes")) {
      throw properties.unsupported("LocalSecondaryIndexes");
    }
    return new Table(
        id,
        name,
        attributes(properties),
        key(properties),
        properties.sections("GlobalSecondaryIndexes").stream().map(TableReader::index).toList(),
        properties.section("StreamSpecification").find("StreamViewType"),
        expiryAttribute(properties.section("TimeToLiveSpecification")));
  }

  private static Map<String, String> attributes(Section properties) {
    Map<String, String> types = new LinkedHashMap<>();
    properties
        .sections("AttributeDefinitions")
        .forEach(a -> types.put(a.text("AttributeName"), a.text("AttributeType")));
    return types;
  }

  private static Table.Key key(Section section) {
    List<Section> elements = section.sections("KeySchema");
    return new Table.Key(
        keyAttribute(elements, "HASH").orElseThrow(() -> section.missing("KeySchema")),
        keyAttribute(elements, "RANGE"));
  }

  private static Optional<String> keyAttribute(List<Section> elements, String type) {
    return elements.stream()
        .filter(element -> element.text("KeyType").equals(type))
        .map(element -> element.text("AttributeName"))
        .findFirst();
  }

  private static Table.Index index(Section section) {
    Section projection = section.section("Projection");
    return new Table.Index(
        section.text("IndexName"),
        key(section),
        projection.text("ProjectionType"),
        projection.texts("NonKeyAttributes"));
  }

  private static Optional<String> expiryAttribute(Section section) {
    return section.flag("Enabled", false)
        ? Optional.of(section.text("AttributeName"))
        : Optional.empty();
  }
}
