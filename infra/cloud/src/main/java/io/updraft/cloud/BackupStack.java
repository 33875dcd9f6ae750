package io.updraft.cloud;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.constructs.Construct;

/**
 * A copy a day of each table that is kept when its stack goes, in a vault that is kept too. Point
 * in time recovery, which the template switches on, ends with the table and after 35 days.
 */
final class BackupStack extends Stack {

  /**
   * The backups of a stage.
   *
   * @param tables ARNs
   */
  BackupStack(
      Construct scope, String id, StackProps props, StageSettings settings, List<String> tables) {
    super(scope, id, props);
    BackupVault vault =
        BackupVault.Builder.create(this, "Vault")
            .backupVaultName(settings.name("backup"))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    BackupPlan plan = BackupPlan.Builder.create(this, "Plan").backupVault(vault).build();
    plan.addRule(daily(settings));
    plan.addSelection(
        "Tables",
        BackupSelectionOptions.builder()
            .resources(tables.stream().map(BackupResource::fromArn).toList())
            .allowRestores(true)
            .build());
  }

  private static BackupPlanRule daily(StageSettings settings) {
    return BackupPlanRule.Builder.create()
        .ruleName("daily")
        .scheduleExpression(Schedule.cron(CronOptions.builder().hour("3").minute("0").build()))
        .deleteAfter(Duration.days(settings.backupDays()))
        .build();
  }
}
