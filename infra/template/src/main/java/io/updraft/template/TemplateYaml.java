package io.updraft.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as CloudFormation reads it: every scalar is text, and {@code !Sub x} is {@code {Fn::Sub:
 * x}}. Values are {@link String}, {@link List} and {@link Map}.
 */
final class TemplateYaml {
  private TemplateYaml() {}

  static Map<String, Object> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root instanceof MappingNode mapping) {
        return toMap(mapping);
      }
      throw new InvalidTemplate(file.toString(), "is not a mapping");
    } catch (IOException e) {
      throw new InvalidTemplate(file.toString(), "can't be read, " + e);
    } catch (YAMLException e) {
      throw new InvalidTemplate(file.toString(), e);
    }
  }

  private static Map<String, Object> toMap(MappingNode mapping) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!entry.getValueNode().getTag().equals(Tag.NULL)) {
        map.put(((ScalarNode) entry.getKeyNode()).getValue(), toValue(entry.getValueNode()));
      }
    }
    return map;
  }

  private static Object toValue(Node node) {
    Object plain = toPlainValue(node);
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? Map.of(longForm(tag.substring(1)), plain) : plain;
  }

  private static Object toPlainValue(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue();
      case SequenceNode sequence ->
          sequence.getValue().stream().map(TemplateYaml::toValue).toList();
      case MappingNode mapping -> toMap(mapping);
      default -> throw new InvalidTemplate(node.getStartMark().toString(), "is unsupported");
    };
  }

  private static String longForm(String shortForm) {
    return switch (shortForm) {
      case "Ref", "Condition" -> shortForm;
      default -> "Fn::" + shortForm;
    };
  }
}
