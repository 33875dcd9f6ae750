package io.updraft.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping within the template, with its place. Values are resolved when they are read, so that
 * what nobody reads may hold what this reader does not know.
 */
record Section(String place, Map<String, Object> values, Intrinsics intrinsics) {

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<String> find(String key) {
    return resolved(key).map(value -> text(key, value));
  }

  String text(String key) {
    return find(key).orElseThrow(() -> missing(key));
  }

  String text(String key, String otherwise) {
    return find(key).orElse(otherwise);
  }

  int integer(String key, int otherwise) {
    return find(key).map(value -> integer(key, value)).orElse(otherwise);
  }

  boolean flag(String key, boolean otherwise) {
    return find(key).map(Boolean::parseBoolean).orElse(otherwise);
  }

  List<String> texts(String key) {
    return list(key).stream().map(value -> text(key, value)).toList();
  }

  /** What stands under this key, a text or a list of them. */
  List<String> oneOrMore(String key) {
    return resolved(key).orElse("") instanceof List<?> ? texts(key) : List.of(text(key));
  }

  /** The mapping under this key; an empty one where there is none. */
  Section section(String key) {
    Object value = values.get(key);
    if (value == null || Intrinsics.isCall(value)) {
      value = resolved(key).orElse(Map.of());
    }
    return new Section(at(key), map(key, value), intrinsics);
  }

  List<Section> sections(String key) {
    return list(key).stream().map(v -> new Section(at(key), map(key, v), intrinsics)).toList();
  }

  /** The mappings under this key's own keys, such as the resources of the template. */
  Map<String, Section> children(String key) {
    Map<String, Section> children = new LinkedHashMap<>();
    Section parent = section(key);
    parent.values().keySet().forEach(name -> children.put(name, parent.section(name)));
    return children;
  }

  /** Logical id that {@code !Ref} or {@code !GetAtt id.attribute} names under this key. */
  String target(String key, String function) {
    if (values.get(key) instanceof Map<?, ?> call && call.get(function) != null) {
      Object argument = call.get(function);
      return argument instanceof List<?> parts
          ? String.valueOf(parts.getFirst())
          : String.valueOf(argument).replaceAll("\\..*", "");
    }
    throw new InvalidTemplate(at(key), "must be written as " + function);
  }

  /** What stands under this key in {@code !Sub}, as it is written. */
  String pattern(String key) {
    if (values.get(key) instanceof Map<?, ?> call && call.get("Fn::Sub") instanceof String text) {
      return text;
    }
    throw new InvalidTemplate(at(key), "must be written as Fn::Sub");
  }

  InvalidTemplate unsupported(String key) {
    return new InvalidTemplate(at(key), values.get(key) + " is unsupported");
  }

  InvalidTemplate missing(String key) {
    return new InvalidTemplate(at(key), "is missing");
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  private Optional<Object> resolved(String key) {
    Object value = values.get(key);
    return value == null ? Optional.empty() : intrinsics.resolve(at(key), value);
  }

  private List<?> list(String key) {
    Object value = resolved(key).orElse(List.of());
    if (value instanceof List<?> list) {
      return list;
    }
    throw new InvalidTemplate(at(key), "must be a list");
  }

  @SuppressWarnings("unchecked") // TemplateYaml makes maps with no other keys than text
  private Map<String, Object> map(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new InvalidTemplate(at(key), "must be a mapping");
  }

  private String text(String key, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new InvalidTemplate(at(key), "must be text");
  }

  private int integer(String key, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new InvalidTemplate(at(key), "must be a whole number, but is " + value);
    }
  }
}
