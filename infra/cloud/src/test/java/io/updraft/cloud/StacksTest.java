package io.updraft.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** All stacks of prod, as they would be deployed; made once, since that takes seconds. */
class StacksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final Map<String, JsonNode> STACKS = new HashMap<>();
  private static final Map<String, List<?>> FINDINGS = new HashMap<>();

  @BeforeAll
  static void synthesise() {
    App app = new App();
    Stacks.add(
        app,
        TestStage.settings(),
        Path.of("../../template.yaml").toAbsolutePath().normalize(),
        FunctionPackages.named());
    for (Object each : app.getNode().getChildren()) {
      if (each instanceof Stack stack) {
        STACKS.put(stack.getStackName(), JSON.valueToTree(Template.fromStack(stack).toJSON()));
        FINDINGS.put(
            stack.getStackName(), Annotations.fromStack(stack).findError("*", Match.anyValue()));
      }
    }
  }

  private static Stream<Map.Entry<String, JsonNode>> all(String type) {
    return STACKS.values().stream()
        .flatMap(stack -> stack.path("Resources").properties().stream())
        .filter(resource -> resource.getValue().path("Type").asText().equals(type));
  }

  private static Stream<JsonNode> properties(String type) {
    return all(type).map(resource -> resource.getValue().path("Properties"));
  }

  private static Set<String> functions(Predicate<JsonNode> having) {
    Set<String> ids = new TreeSet<>();
    all(FUNCTION)
        .filter(function -> having.test(function.getValue().path("Properties")))
        .forEach(function -> ids.add(function.getKey()));
    return ids;
  }

  @Test
  void nothingIsFoundThatIsNotExplained() {
    assertThat(FINDINGS).hasSize(7).allSatisfy((stack, errors) -> assertThat(errors).isEmpty());
  }

  @Test
  void onlyTheFunctionsThatSpeakWithNatsAreInItsNetworkAndMayReadItsPassword() {
    Set<String> speak = functions(f -> f.at("/Environment/Variables").has("NATS_URL"));

    assertThat(speak).hasSizeGreaterThan(2).allMatch(id -> id.startsWith("Outbox"));
    assertThat(functions(f -> f.has("VpcConfig"))).isEqualTo(speak);
    assertThat(
            functions(f -> f.toString().contains("updraft-prod-nats:ExportsOutputRefCredentials")))
        .isEqualTo(speak);
  }

  @Test
  void functionsKeepTheirSnapshotsAndWhereTheirFailuresGo() {
    assertThat(functions(f -> f.at("/SnapStart/ApplyOn").asText().equals("PublishedVersions")))
        .contains("DevicePoll", "DeviceDdi");
    assertThat(
            functions(
                f ->
                    f.at("/EventInvokeConfig/DestinationConfig/OnFailure/Destination")
                        .toString()
                        .contains("FailedEvents")))
        .hasSizeGreaterThan(5)
        .isEqualTo(functions(f -> f.has("EventInvokeConfig")));
  }

  @Test
  void everyTriggerThatNobodyWaitsForKeepsWhatItGivesUp() {
    Set<String> kinds = new TreeSet<>();
    properties(FUNCTION)
        .forEach(
            function ->
                function
                    .path("Events")
                    .forEach(
                        event -> {
                          kinds.add(event.path("Type").asText());
                          assertThat(keeper(function, event).toString()).contains("FailedEvents");
                        }));
    assertThat(kinds).containsExactly("DynamoDB", "HttpApi", "S3", "SQS", "ScheduleV2");
  }

  /**
   * Where what a trigger gives up goes to; who calls the API is told, queues are looked at below.
   */
  private static JsonNode keeper(JsonNode function, JsonNode event) {
    return switch (event.path("Type").asText()) {
      case "DynamoDB" -> event.at("/Properties/DestinationConfig/OnFailure");
      case "ScheduleV2" -> event.at("/Properties/DeadLetterConfig");
      case "S3" -> function.at("/EventInvokeConfig/DestinationConfig/OnFailure");
      default -> TextNode.valueOf("not FailedEvents");
    };
  }

  @Test
  void nothingIsPublicButTheApi() {
    assertThat(all("AWS::Lambda::Url")).isEmpty();
    assertThat(all("AWS::EC2::InternetGateway")).isEmpty();
    assertThat(functions(f -> f.has("FunctionUrlConfig"))).isEmpty();
    assertThat(properties("AWS::EC2::SecurityGroup"))
        .noneMatch(group -> group.path("SecurityGroupIngress").toString().contains("0.0.0.0/0"));
    assertThat(properties("AWS::S3::Bucket"))
        .isNotEmpty()
        .allMatch(b -> b.at("/PublicAccessBlockConfiguration/RestrictPublicBuckets").asBoolean());
  }

  @Test
  void apiIsReachedThroughItsTwoDoorsOnly() {
    assertThat(properties("AWS::Serverless::HttpApi"))
        .allMatch(api -> api.path("DisableExecuteApiEndpoint").asBoolean());
    assertThat(properties("AWS::ApiGatewayV2::DomainName"))
        .allMatch(domain -> domain.at("/MutualTlsAuthentication").has("TruststoreUri"));
    JsonNode operators =
        properties("AWS::CloudFront::Distribution")
            .findFirst()
            .orElseThrow()
            .path("DistributionConfig");
    assertThat(operators.has("WebACLId")).isTrue();
    assertThat(operators.at("/Origins/0/CustomOriginConfig/OriginMtlsConfig").isObject()).isTrue();
  }

  @Test
  void noSecretIsInAVariableOrAnOutput() {
    properties(FUNCTION)
        .flatMap(f -> f.at("/Environment/Variables").properties().stream())
        .filter(variable -> variable.getKey().matches(".*(TOKEN|PASSWORD|CREDENTIALS|KEY)"))
        .forEach(variable -> assertThat(variable.getValue().asText("?")).isEmpty());
    assertThat(STACKS.values())
        .noneMatch(stack -> stack.toString().contains("{{resolve:secretsmanager"));
  }

  @Test
  void everyQueueThatIsReadHasDeadLetters() {
    assertThat(all("AWS::SQS::Queue").filter(queue -> isRead(queue.getKey())))
        .hasSizeGreaterThan(2);
    all("AWS::SQS::Queue")
        .filter(queue -> isRead(queue.getKey()))
        .forEach(
            queue ->
                assertThat(queue.getValue().at("/Properties/RedrivePolicy").isObject())
                    .as(queue.getKey())
                    .isTrue());
  }

  private static boolean isRead(String queue) {
    return properties(FUNCTION)
        .flatMap(function -> function.path("Events").properties().stream())
        .map(event -> event.getValue().at("/Properties/Queue").toString())
        .anyMatch(source -> source.matches(".*\"" + queue + "[\".].*"));
  }

  @Test
  void everyFunctionIsWatched() {
    Set<String> alarms = new TreeSet<>();
    all("AWS::CloudWatch::Alarm").forEach(alarm -> alarms.add(alarm.getKey()));

    assertThat(functions(f -> true))
        .filteredOn(id -> !id.startsWith("Notification") && !id.equals("DeviceServiceSync"))
        .allSatisfy(id -> assertThat(alarms).anyMatch(alarm -> alarm.startsWith(id + "Errors")));
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .allMatch(alarm -> alarm.path("AlarmActions").size() == 1);
  }

  @Test
  void stacksStayBelowTheLimitOfResources() {
    assertThat(STACKS)
        .allSatisfy((name, stack) -> assertThat(stack.path("Resources").size()).isLessThan(400));
  }

  @Test
  void whatHoldsDataOutlivesItsStack() {
    for (String type : List.of("AWS::EC2::Volume", "AWS::Backup::BackupVault")) {
      assertThat(all(type).map(Map.Entry::getValue))
          .isNotEmpty()
          .allMatch(r -> r.path("DeletionPolicy").asText().equals("Retain"));
    }
  }
}
