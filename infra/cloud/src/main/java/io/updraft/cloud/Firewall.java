package io.updraft.cloud;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/** What is refused before it costs an invocation: known attacks, and more than a person asks. */
final class Firewall {
  /** From one address within five minutes; an operator's pages and scripts stay far below. */
  private static final int MOST_REQUESTS = 3000;

  /**
   * Answered by the API itself: it takes JSON of 1 MiB and firmware of 4, where this rule ends at 8
   * KB.
   */
  private static final String LARGE_BODY = "SizeRestrictions_BODY";

  private Firewall() {}

  static CfnWebACL create(Construct scope, String name) {
    return CfnWebACL.Builder.create(scope, "Firewall")
        .scope("CLOUDFRONT")
        .defaultAction(
            CfnWebACL.DefaultActionProperty.builder()
                .allow(CfnWebACL.AllowActionProperty.builder().build())
                .build())
        .visibilityConfig(visible(name))
        .rules(rules())
        .build();
  }

  private static List<CfnWebACL.RuleProperty> rules() {
    List<CfnWebACL.StatementProperty> statements =
        List.of(
            rate(),
            managed("AWSManagedRulesAmazonIpReputationList"),
            managed("AWSManagedRulesKnownBadInputsRuleSet"),
            managed("AWSManagedRulesCommonRuleSet"));
    return IntStream.range(0, statements.size())
        .mapToObj(priority -> rule(priority, statements.get(priority)))
        .toList();
  }

  private static CfnWebACL.RuleProperty rule(int priority, CfnWebACL.StatementProperty statement) {
    String name = "Rule" + priority;
    CfnWebACL.RuleProperty.Builder rule =
        CfnWebACL.RuleProperty.builder()
            .name(name)
            .priority(priority)
            .statement(statement)
            .visibilityConfig(visible(name));
    if (statement.getRateBasedStatement() == null) {
      rule.overrideAction(CfnWebACL.OverrideActionProperty.builder().none(new Object[0]).build());
    } else {
      rule.action(
          CfnWebACL.RuleActionProperty.builder()
              .block(CfnWebACL.BlockActionProperty.builder().build())
              .build());
    }
    return rule.build();
  }

  private static CfnWebACL.StatementProperty rate() {
    return CfnWebACL.StatementProperty.builder()
        .rateBasedStatement(
            CfnWebACL.RateBasedStatementProperty.builder()
                .aggregateKeyType("IP")
                .limit(MOST_REQUESTS)
                .build())
        .build();
  }

  private static CfnWebACL.StatementProperty managed(String group) {
    CfnWebACL.ManagedRuleGroupStatementProperty.Builder rules =
        CfnWebACL.ManagedRuleGroupStatementProperty.builder().vendorName("AWS").name(group);
    if (group.endsWith("CommonRuleSet")) {
      rules.ruleActionOverrides(
          List.of(
              CfnWebACL.RuleActionOverrideProperty.builder()
                  .name(LARGE_BODY)
                  .actionToUse(
                      CfnWebACL.RuleActionProperty.builder()
                          .count(CfnWebACL.CountActionProperty.builder().build())
                          .build())
                  .build()));
    }
    return CfnWebACL.StatementProperty.builder().managedRuleGroupStatement(rules.build()).build();
  }

  private static CfnWebACL.VisibilityConfigProperty visible(String name) {
    return CfnWebACL.VisibilityConfigProperty.builder()
        .cloudWatchMetricsEnabled(true)
        .sampledRequestsEnabled(true)
        .metricName(name)
        .build();
  }
}
