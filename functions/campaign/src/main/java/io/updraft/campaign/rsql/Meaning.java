package io.updraft.campaign.rsql;

import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import io.updraft.campaign.domain.DeviceCondition;
import io.updraft.campaign.domain.DeviceSelector;
import java.util.List;

/** Makes of a parsed query what it asks of devices, within bounds. */
final class Meaning {
  private static final int MOST_LEVELS = 10;
  private static final int MOST_COMPARISONS = 50;

  private int comparisons;

  private Meaning() {}

  /**
   * The condition.
   *
   * @throws Meaningless for an unknown selector, an operator or value that does not fit, and too
   *     much of either
   */
  static DeviceCondition of(Node node) {
    return new Meaning().condition(node, 1);
  }

  private DeviceCondition condition(Node node, int level) {
    if (level > MOST_LEVELS) {
      throw new Meaningless("must be at most %d levels deep".formatted(MOST_LEVELS));
    }
    return switch (node) {
      case AndNode and -> new DeviceCondition.All(parts(and, level));
      case LogicalNode or -> new DeviceCondition.Any(parts(or, level));
      case ComparisonNode comparison -> comparison(comparison);
      default -> throw new IllegalStateException("an unknown node: " + node);
    };
  }

  private List<DeviceCondition> parts(LogicalNode node, int level) {
    return node.getChildren().stream().map(child -> condition(child, level + 1)).toList();
  }

  private DeviceCondition comparison(ComparisonNode node) {
    comparisons += node.getArguments().size();
    if (comparisons > MOST_COMPARISONS) {
      throw new Meaningless(
          "must have at most %d comparisons, each value of =in= and =out= being one"
              .formatted(MOST_COMPARISONS));
    }
    DeviceSelector selector =
        DeviceSelector.of(node.getSelector())
            .orElseThrow(() -> new Meaningless(unknown(node.getSelector())));
    return selector.version()
        ? VersionComparison.of(selector, node)
        : TextComparison.of(selector, node);
  }

  private static String unknown(String selector) {
    return "asks for %s, which devices do not have: write model, hardware_version, firmware_version, owner, group, status, device_id or attributes.NAME"
        .formatted(selector);
  }
}
