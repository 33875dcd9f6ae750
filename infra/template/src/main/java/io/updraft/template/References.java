package io.updraft.template;

import java.util.Map;

/** What a name in the template stands for: a parameter, a resource, or a fact of the platform. */
final class References {
  private final Map<String, Object> parameters;
  private final Map<String, String> resourceTypes;
  private final PhysicalNames names;

  References(
      Map<String, Object> parameters, Map<String, String> resourceTypes, PhysicalNames names) {
    this.parameters = parameters;
    this.resourceTypes = resourceTypes;
    this.names = names;
  }

  Object name(String place, String name) {
    Object parameter = parameters.get(name);
    if (parameter != null) {
      return parameter;
    }
    return name.startsWith("AWS::") ? pseudo(place, name) : names.nameOf(name, type(place, name));
  }

  /** Value of an attribute, written {@code LogicalId.Attribute}. */
  String attribute(String place, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      throw new InvalidTemplate(place, "Fn::GetAtt needs a resource and an attribute");
    }
    String resource = path.substring(0, dot);
    return names.attributeOf(resource, type(place, resource), path.substring(dot + 1));
  }

  private String type(String place, String resource) {
    String type = resourceTypes.get(resource);
    if (type == null) {
      throw new InvalidTemplate(place, "there is no parameter or resource " + resource);
    }
    return type;
  }

  private static String pseudo(String place, String name) {
    return switch (name) {
      case "AWS::Region" -> "us-east-1";
      case "AWS::AccountId" -> "000000000000";
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> "updraft";
      default -> throw new InvalidTemplate(place, name + " is unsupported");
    };
  }
}
