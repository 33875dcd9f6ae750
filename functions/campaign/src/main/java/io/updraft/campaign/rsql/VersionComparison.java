package io.updraft.campaign.rsql;

import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import io.updraft.campaign.domain.DeviceCondition;
import io.updraft.campaign.domain.DeviceCondition.Order;
import io.updraft.campaign.domain.DeviceSelector;
import io.updraft.campaign.domain.Wildcard;
import io.updraft.firmware.published.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a comparison of versions asks. A device that does not tell its version might have any, so
 * that nothing holds of it, no inequality either.
 */
final class VersionComparison {
  private static final Map<ComparisonOperator, Order> ORDERS =
      Map.of(
          RSQLOperators.LESS_THAN, Order.BEFORE,
          RSQLOperators.LESS_THAN_OR_EQUAL, Order.NOT_AFTER,
          RSQLOperators.GREATER_THAN, Order.AFTER,
          RSQLOperators.GREATER_THAN_OR_EQUAL, Order.NOT_BEFORE);

  private VersionComparison() {}

  static DeviceCondition of(DeviceSelector selector, ComparisonNode node) {
    Order order = ORDERS.get(node.getOperator());
    if (order != null) {
      return new DeviceCondition.Ordered(
          selector, order, version(node, node.getArguments().getFirst()));
    }
    DeviceCondition one = new DeviceCondition.Any(equal(selector, node));
    boolean negated =
        node.getOperator().equals(RSQLOperators.NOT_EQUAL)
            || node.getOperator().equals(RSQLOperators.NOT_IN);
    return negated
        ? new DeviceCondition.All(
            List.of(new DeviceCondition.Known(selector), new DeviceCondition.Not(one)))
        : one;
  }

  private static List<DeviceCondition> equal(DeviceSelector selector, ComparisonNode node) {
    return node.getArguments().stream().map(text -> equal(selector, node, text)).toList();
  }

  private static DeviceCondition equal(DeviceSelector selector, ComparisonNode node, String text) {
    Wildcard pattern = new Wildcard(text);
    return pattern.open()
        ? new DeviceCondition.Like(selector, List.of(pattern))
        : new DeviceCondition.Ordered(selector, Order.SAME, version(node, text));
  }

  private static Version version(ComparisonNode node, String text) {
    Optional<Version> version = Version.parse(text);
    return version.orElseThrow(
        () ->
            new Meaningless(
                "compares %s to %s, which is no version: write X.Y.Z or X.Y.Z-label"
                    .formatted(node.getSelector(), text)));
  }
}
