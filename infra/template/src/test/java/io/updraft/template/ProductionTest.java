package io.updraft.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the application's template must have before it may carry anybody's data. */
class ProductionTest {
  private static final Path ROOT = Path.of("../..");
  private static final Map<String, Object> DOCUMENT =
      TemplateYaml.read(ROOT.resolve(Template.FILE_NAME));
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String FOURTEEN_DAYS = "1209600";

  /** CloudFormation takes 500; what is left is for what is still to come. */
  private static final int MOST_RESOURCES = 400;

  @Test
  void everyTriggerThatNobodyWaitsForKeepsWhatItGivesUp() {
    properties(FUNCTION)
        .forEach(
            (id, function) -> events(function).forEach(event -> assertKept(id, function, event)));
    assertThat(
            Template.read(ROOT.resolve(Template.FILE_NAME), Map.of(), PhysicalNames.logicalIds())
                .queues())
        .containsKey("FailedEvents");
  }

  private static void assertKept(
      String id, Map<String, Object> function, Map<String, Object> event) {
    Map<String, Object> properties = map(event.get("Properties"));
    switch (String.valueOf(event.get("Type"))) {
      case "DynamoDB" ->
          assertThat(map(properties.get("DestinationConfig"))).as(id).containsKey("OnFailure");
      case "ScheduleV2" -> {
        assertThat(map(properties.get("DeadLetterConfig"))).as(id).containsKey("Arn");
        assertThat(map(properties.get("RetryPolicy"))).as(id).hasSize(2);
        assertInvocationKept(id, function);
      }
      case "S3" -> assertInvocationKept(id, function);
      default -> assertThat(event.get("Type")).as(id).isIn("HttpApi", "SQS");
    }
  }

  private static void assertInvocationKept(String id, Map<String, Object> function) {
    Map<String, Object> config = map(function.get("EventInvokeConfig"));
    assertThat(map(config.get("DestinationConfig"))).as(id).containsKey("OnFailure");
    assertThat(config.containsKey("MaximumRetryAttempts")).as(id).isTrue();
  }

  /** What was given up is looked for with its bounds; the outbox gives nothing up. */
  @Test
  void theOutboxSkipsNothing() {
    Map<String, Object> publish = map(properties(FUNCTION).get("OutboxPublish"));
    Map<String, Object> stream = map(events(publish).toList().getFirst().get("Properties"));
    assertThat(stream.containsKey("MaximumRetryAttempts")).isFalse();
    assertThat(stream.containsKey("MaximumRecordAgeInSeconds")).isFalse();
  }

  @Test
  void tablesAreEncryptedAndThoseThatStayAreProtected() {
    resources("AWS::DynamoDB::Table")
        .forEach(
            (id, table) -> {
              Map<String, Object> properties = map(table.get("Properties"));
              assertThat(map(properties.get("SSESpecification")).get("SSEEnabled"))
                  .isEqualTo("true");
              boolean stays = "Retain".equals(table.get("DeletionPolicy"));
              assertThat(properties.containsKey("DeletionProtectionEnabled"))
                  .as(id)
                  .isEqualTo(stays);
              assertThat(properties.containsKey("PointInTimeRecoverySpecification"))
                  .as(id)
                  .isEqualTo(stays);
            });
  }

  @Test
  void bucketsAreClosedEncryptedAndCleanedUp() {
    assertThat(resources("AWS::S3::BucketPolicy")).hasSameSizeAs(resources("AWS::S3::Bucket"));
    properties("AWS::S3::Bucket")
        .forEach(
            (id, bucket) -> {
              assertThat(
                      map(bucket.get("PublicAccessBlockConfiguration")).values().stream()
                          .distinct()
                          .toList())
                  .as(id)
                  .isEqualTo(List.of("true"));
              assertThat(bucket.containsKey("BucketEncryption")).as(id).isTrue();
              assertThat(bucket.toString()).contains("AbortIncompleteMultipartUpload");
            });
    properties("AWS::S3::BucketPolicy")
        .values()
        .forEach(
            policy -> assertThat(policy.toString()).contains("Deny", "aws:SecureTransport=false"));
  }

  @Test
  void queuesAreEncryptedAndKeepWhatIsLeftForFourteenDays() {
    properties("AWS::SQS::Queue")
        .forEach(
            (id, queue) -> {
              assertThat(queue.get("SqsManagedSseEnabled")).as(id).isEqualTo("true");
              if (!queue.containsKey("RedrivePolicy")) {
                assertThat(queue.get("MessageRetentionPeriod")).as(id).isEqualTo(FOURTEEN_DAYS);
              }
            });
  }

  /** A parameter that ends in Secret names one of Secrets Manager, and is none itself. */
  @Test
  void nothingIsOpenButTheApiAndSaysNoSecret() {
    properties(FUNCTION)
        .forEach((id, f) -> assertThat(f.containsKey("FunctionUrlConfig")).as(id).isFalse());
    map(DOCUMENT.get("Parameters"))
        .forEach(
            (name, parameter) -> {
              boolean secret = "true".equals(map(parameter).get("NoEcho"));
              assertThat(secret).as(name).isEqualTo(name.matches(".*(Token|Password)"));
              assertThat(secret && String.valueOf(DOCUMENT.get("Outputs")).contains(name))
                  .isFalse();
            });
  }

  @Test
  void everyFunctionHasItsCodeWhereItIsBuilt() {
    properties(FUNCTION)
        .forEach(
            (id, function) -> {
              String zip = String.valueOf(function.get("CodeUri"));
              String module = zip.replaceAll("functions/(.*)/target/\\1\\.zip", "$1");
              String source = String.valueOf(function.get("Handler")).replace('.', '/') + ".java";
              assertThat(
                      Files.exists(
                          ROOT.resolve("functions/" + module + "/src/main/java/" + source)))
                  .as(id + " in " + zip)
                  .isTrue();
            });
  }

  @Test
  void staysWellBelowWhatAStackMayHold() {
    assertThat(transformed()).isBetween(DOCUMENT.size(), MOST_RESOURCES);
  }

  /** As SAM makes resources: a role a function, and what its events and its alias need. */
  private static int transformed() {
    int count = map(DOCUMENT.get("Resources")).size();
    count += 2; // The stage and the authorizer's permission of the HTTP API.
    for (Map<String, Object> function : properties(FUNCTION).values()) {
      count += 1 + (function.containsKey("AutoPublishAlias") ? 2 : 0);
      count += function.containsKey("EventInvokeConfig") ? 1 : 0;
      count += events(function).mapToInt(ProductionTest::resourcesOf).sum();
    }
    return count;
  }

  private static int resourcesOf(Map<String, Object> event) {
    return "ScheduleV2".equals(event.get("Type")) ? 2 : 1;
  }

  private static Stream<Map<String, Object>> events(Map<String, Object> function) {
    return map(function.get("Events")).values().stream().map(ProductionTest::map);
  }

  private static Map<String, Map<String, Object>> properties(String type) {
    Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
    resources(type).forEach((id, resource) -> properties.put(id, map(resource.get("Properties"))));
    return properties;
  }

  private static Map<String, Map<String, Object>> resources(String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    map(DOCUMENT.get("Resources"))
        .forEach(
            (id, resource) -> {
              if (type.equals(map(resource).get("Type"))) {
                found.put(id, map(resource));
              }
            });
    assertThat(found).isNotEmpty();
    return found;
  }

  @SuppressWarnings("unchecked") // TemplateYaml makes maps with no other keys than text
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
