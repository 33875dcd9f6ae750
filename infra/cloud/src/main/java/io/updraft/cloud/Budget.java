package io.updraft.cloud;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/** Tells by mail when a stage costs more than was thought, or is on its way there. */
final class Budget {
  private static final int WHOLE = 100;

  private Budget() {}

  static void create(Construct scope, StageSettings settings) {
    CfnBudget.Builder.create(scope, "Budget")
        .budget(budget(settings))
        .notificationsWithSubscribers(
            settings.alarmEmail().stream()
                .flatMap(email -> List.of("ACTUAL", "FORECASTED").stream().map(k -> told(email, k)))
                .toList())
        .build();
  }

  /** Only what carries the tag of the stage; the tag has to be activated for billing once. */
  private static CfnBudget.BudgetDataProperty budget(StageSettings settings) {
    return CfnBudget.BudgetDataProperty.builder()
        .budgetName(settings.name("budget"))
        .budgetType("COST")
        .timeUnit("MONTHLY")
        .budgetLimit(
            CfnBudget.SpendProperty.builder()
                .amount(settings.monthlyBudgetUsd())
                .unit("USD")
                .build())
        .costFilters(Map.of("TagKeyValue", List.of("user:updraft-stage$" + settings.stage())))
        .build();
  }

  private static CfnBudget.NotificationWithSubscribersProperty told(String email, String kind) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .comparisonOperator("GREATER_THAN")
                .notificationType(kind)
                .threshold(WHOLE)
                .thresholdType("PERCENTAGE")
                .build())
        .subscribers(
            List.of(
                CfnBudget.SubscriberProperty.builder()
                    .address(email)
                    .subscriptionType("EMAIL")
                    .build()))
        .build();
  }
}
