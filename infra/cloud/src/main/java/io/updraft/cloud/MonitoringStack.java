package io.updraft.cloud;

import io.updraft.template.StreamTrigger;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * Alarms over what the application has, found by walking it; a stack of its own, since a stack
 * holds 500 resources at most.
 */
final class MonitoringStack extends Stack {
  private static final String LAMBDA = "AWS/Lambda";
  private static final double FIVE_MINUTES_IN_MILLIS = 300_000;
  private static final double FIVE_MINUTES_IN_SECONDS = 300;
  private static final double SOME = 5;

  private final ApplicationStack application;
  private final Alarms alarms;

  MonitoringStack(
      Construct scope,
      String id,
      StackProps props,
      StageSettings settings,
      ApplicationStack application) {
    super(scope, id, props);
    this.application = application;
    Topic topic = Topic.Builder.create(this, "Told").enforceSsl(true).build();
    settings.alarmEmail().ifPresent(email -> topic.addSubscription(new EmailSubscription(email)));
    this.alarms = new Alarms(this, new SnsAction(topic));
    application.template().functions().keySet().forEach(this::watchFunction);
    watchStreams();
    watchQueues();
    watchEvents();
    Board.create(this, settings, application);
    Budget.create(this, settings);
  }

  private void watchFunction(String id) {
    Map<String, String> dimensions = Map.of("FunctionName", application.reference(id));
    alarms.from(
        SOME,
        Alarms.metric(LAMBDA, "Errors", "Sum", dimensions),
        id + "Errors",
        id + " has failed five times in five minutes; its log tells why");
    alarms.from(
        1,
        Alarms.metric(LAMBDA, "Throttles", "Sum", dimensions),
        id + "Throttles",
        id + " was refused to run; the account's concurrency is used up");
  }

  private void watchStreams() {
    application.template().functions().values().stream()
        .filter(function -> !function.triggers(StreamTrigger.class).isEmpty())
        .forEach(
            function ->
                alarms.from(
                    FIVE_MINUTES_IN_MILLIS,
                    Alarms.metric(
                        LAMBDA,
                        "IteratorAge",
                        "Maximum",
                        Map.of("FunctionName", application.reference(function.id()))),
                    function.id() + "Behind",
                    function.id() + " is five minutes behind its stream, which keeps a day"));
  }

  private void watchQueues() {
    Set<String> present = application.template().queues().keySet();
    Map<String, CfnResource> queues = application.ofType("AWS::SQS::Queue");
    Set<String> deadLetters = DeadLetters.among(queues.values());
    present.forEach(
        id -> {
          Map<String, String> name = Map.of("QueueName", application.attribute(id, "QueueName"));
          if (deadLetters.contains(id)) {
            watchDeadLetters(id, name);
          } else {
            watchBacklog(id, name);
          }
        });
  }

  private void watchDeadLetters(String id, Map<String, String> name) {
    alarms.from(
        1,
        Alarms.metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", name),
        id + "Filled",
        "Something in " + id + " was given up; look at it, mend the cause, and redrive");
  }

  private void watchBacklog(String id, Map<String, String> name) {
    alarms.from(
        FIVE_MINUTES_IN_SECONDS,
        Alarms.metric("AWS/SQS", "ApproximateAgeOfOldestMessage", "Maximum", name),
        id + "Old",
        "Something waits in " + id + " for more than five minutes");
  }

  /** What the functions of outbox/ count in their log lines (embedded metric format). */
  private void watchEvents() {
    for (EventMetric metric : EventMetric.values()) {
      alarms.from(metric.least(), metric.metric(), metric.id(), metric.meaning());
    }
  }
}
