package io.updraft.template;

/** What a reference to a resource means in one place where the application runs. */
public interface PhysicalNames {
  /** Value of {@code !Ref logicalId}; for tables, buckets and functions their name. */
  String nameOf(String logicalId, String resourceType);

  /** Value of {@code !GetAtt logicalId.attribute}. */
  default String attributeOf(String logicalId, String resourceType, String attribute) {
    return attribute.endsWith("Arn")
        ? "arn:aws:%s:%s:%s"
            .formatted(service(resourceType), "local", nameOf(logicalId, resourceType))
        : logicalId + "." + attribute;
  }

  /**
   * Each resource is called by its logical id, and buckets, which have no capitals in their names,
   * by their logical id in kebab case.
   */
  static PhysicalNames logicalIds() {
    return (logicalId, type) ->
        type.equals("AWS::S3::Bucket")
            ? logicalId.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT)
            : logicalId;
  }

  private static String service(String resourceType) {
    String[] parts = resourceType.split("::", -1);
    return parts.length > 1 ? parts[1].toLowerCase(java.util.Locale.ROOT) : "unknown";
  }
}
