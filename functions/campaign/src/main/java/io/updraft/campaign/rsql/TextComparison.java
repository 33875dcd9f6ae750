package io.updraft.campaign.rsql;

import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import io.updraft.campaign.domain.DeviceCondition;
import io.updraft.campaign.domain.DeviceSelector;
import io.updraft.campaign.domain.Wildcard;

/** What a comparison of texts asks; they have no order. */
final class TextComparison {
  private TextComparison() {}

  static DeviceCondition of(DeviceSelector selector, ComparisonNode node) {
    DeviceCondition like =
        new DeviceCondition.Like(
            selector, node.getArguments().stream().map(Wildcard::new).toList());
    if (node.getOperator().equals(RSQLOperators.EQUAL)
        || node.getOperator().equals(RSQLOperators.IN)) {
      return like;
    }
    if (node.getOperator().equals(RSQLOperators.NOT_EQUAL)
        || node.getOperator().equals(RSQLOperators.NOT_IN)) {
      return new DeviceCondition.Not(like);
    }
    throw new Meaningless(
        "compares %s by %s, which is for versions; write == != =in= or =out="
            .formatted(node.getSelector(), node.getOperator().getSymbol()));
  }
}
