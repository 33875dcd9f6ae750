package io.updraft.cloud;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** What cdk-nag finds and is meant so, by the kind of stack, each with its reason. */
final class Suppressions {
  private static final Map<Class<? extends Stack>, Map<String, String>> REASONS =
      Map.of(
          ApplicationStack.class,
          Map.of(
              "AwsSolutions-S1",
              "Who asked for an address is in the log of the function that signed it.",
              "AwsSolutions-S10",
              "Addresses are signed for https, and functions use nothing else.",
              "AwsSolutions-SQS3",
              "These are the dead letters themselves.",
              "AwsSolutions-SQS4",
              "Only functions of this stack use the queues, with an SDK that uses https.",
              "AwsSolutions-APIG1",
              "The function of the WebSocket logs each connection.",
              "AwsSolutions-APIG4",
              "The token in the query is the credential; the function of $connect takes it once."),
          NatsStack.class,
          Map.of(
              "AwsSolutions-SMG4",
              "The servers read the password at their first start; it is changed by hand."),
          EdgeStack.class,
          Map.of(
              "AwsSolutions-CFR3", "Each request is in the log of the function that answers it."),
          BackupStack.class,
          Map.of("AwsSolutions-IAM4", "The policies of AWS Backup follow what it can copy."));

  private Suppressions() {}

  static void explain(App app) {
    app.getNode().getChildren().stream()
        .filter(Stack.class::isInstance)
        .map(Stack.class::cast)
        .forEach(Suppressions::explain);
  }

  private static void explain(Stack stack) {
    List<NagPackSuppression> meant =
        REASONS.getOrDefault(stack.getClass(), Map.of()).entrySet().stream()
            .map(e -> NagPackSuppression.builder().id(e.getKey()).reason(e.getValue()).build())
            .toList();
    NagSuppressions.addStackSuppressions(stack, meant);
  }
}
