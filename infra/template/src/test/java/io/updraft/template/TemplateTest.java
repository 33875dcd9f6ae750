package io.updraft.template;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
  @Test
  void readsFunctionsWithWhatTheGlobalsSay() {
    Function authorize = sample().function("Authorize");

    assertThat(authorize.handler()).isEqualTo("sample.Authorize");
    assertThat(authorize.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(authorize.memoryMegabytes()).isEqualTo(512);
    assertThat(authorize.environment())
        .containsExactly(entry("LOG_LEVEL", "INFO"), entry("STAGE", "test"));
  }

  @Test
  void resolvesIntrinsicFunctions() {
    Function everything = sample().function("Everything");

    assertThat(everything.timeout()).isEqualTo(Duration.ofSeconds(29));
    assertThat(everything.environment())
        .containsExactly(
            entry("LOG_LEVEL", "DEBUG"),
            entry("STAGE", "test"),
            entry("TABLE", "Things"),
            entry("BUCKET", "firmware-bucket"),
            entry("TABLE_ARN", "arn:aws:dynamodb:local:Things"),
            entry("URL", "https://Api.execute-api.us-east-1.amazonaws.com"),
            entry("SUBSTITUTED", "INFO-test-arn:aws:dynamodb:local:Things-${literal}"),
            entry("JOINED", "Things,b"),
            entry("SECOND", "b"),
            entry("EITHER", "no"),
            entry("BOTH", "no"),
            entry("COUNT", "010"));
  }

  @Test
  void takesParameters() {
    Template template =
        read(Map.of("PublicUrl", "http://here:8080", "Level", "WARN", "Stage", "production"));

    assertThat(template.function("Everything").environment())
        .contains(
            entry("URL", "http://here:8080"),
            entry("SUBSTITUTED", "WARN-production-arn:aws:dynamodb:local:Things-${literal}"),
            entry("LEFT_OUT", "x"),
            entry("EITHER", "yes"),
            entry("BOTH", "yes"));
    assertThat(template.buckets()).containsKey("ProductionBucket");
  }

  @Test
  void refusesUnknownParameters() {
    assertThatThrownBy(() -> read(Map.of("Typo", "x")))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage("Parameters.Typo: is not defined");
  }

  @Test
  void namesItsParameters() {
    assertThat(Template.parameters(sampleFile())).containsExactly("PublicUrl", "Level", "Stage");
  }

  @Test
  void readsRoutesWithTheirAuthorizer() {
    assertThat(sample().routes())
        .containsExactly(
            new Route("Everything", "GET /things/{id}", Optional.of("Token")),
            new Route("Everything", "GET /health", Optional.empty()),
            new Route("Everything", "ANY /files/{proxy+}", Optional.of("Token")),
            new Route("Everything", Route.DEFAULT, Optional.of("Token")));
    assertThat(sample().api().orElseThrow().authorizers())
        .containsExactly(
            entry("Token", new Authorizer("Authorize", "Authorization", Duration.ofMinutes(1))));
  }

  @Test
  void readsStreamTriggers() {
    assertThat(everything(StreamTrigger.class))
        .containsExactly(
            new StreamTrigger(
                "Everything",
                "Changes",
                "Things",
                false,
                25,
                Duration.ofSeconds(1),
                List.of("{\"eventName\": [\"INSERT\"]}"),
                OptionalInt.of(3),
                Duration.ofMinutes(1),
                true,
                true),
            new StreamTrigger(
                "Everything",
                "Patient",
                "Things",
                true,
                100,
                Duration.ZERO,
                List.of(),
                OptionalInt.empty(),
                Duration.ZERO,
                false,
                false));
  }

  @Test
  void readsObjectTriggers() {
    ObjectTrigger trigger = everything(ObjectTrigger.class).getFirst();

    assertThat(trigger)
        .isEqualTo(
            new ObjectTrigger(
                "Everything", "FirmwareBucket", Set.of("s3:ObjectCreated:*"), "incoming/", ".bin"));
    assertThat(trigger.matches("ObjectCreated:Put", "incoming/a.bin")).isTrue();
    assertThat(trigger.matches("ObjectCreated:Put", "incoming/a.hex")).isFalse();
    assertThat(trigger.matches("ObjectCreated:Put", "other/a.bin")).isFalse();
    assertThat(trigger.matches("ObjectRemoved:Delete", "incoming/a.bin")).isFalse();
  }

  @Test
  void readsSchedulesThatAreOn() {
    assertThat(everything(Schedule.class))
        .containsExactly(
            new Schedule("Everything", "Sweep", Duration.ofMinutes(5), Optional.of("{\"a\": 1}")),
            new Schedule("Everything", "Hourly", Duration.ofHours(1), Optional.empty()));
  }

  @Test
  void readsTables() {
    assertThat(sample().table("Things"))
        .isEqualTo(
            new Table(
                "Things",
                "Things",
                Map.of("pk", "S", "sk", "S", "at", "N"),
                new Table.Key("pk", Optional.of("sk")),
                List.of(
                    new Table.Index(
                        "by-time",
                        new Table.Key("sk", Optional.of("at")),
                        "INCLUDE",
                        List.of("name"))),
                Optional.of("NEW_AND_OLD_IMAGES"),
                Optional.of("expires")));
  }

  @Test
  void leavesOutWhatAConditionExcludes() {
    assertThat(sample().buckets())
        .containsExactly(entry("FirmwareBucket", new Bucket("FirmwareBucket", "firmware-bucket")));
  }

  @Test
  void readsQueuesAndWhatTheyTrigger(@TempDir Path folder) {
    Template template =
        read(
            write(
                folder,
                """
                Resources:
                  Jobs:
                    Type: AWS::SQS::Queue
                    Properties: { RedrivePolicy: { maxReceiveCount: 5 } }
                  Ordered:
                    Type: AWS::SQS::Queue
                    Properties: { FifoQueue: true }
                  Worker:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Environment: { Variables: { QUEUE_URL: !Ref Jobs } }
                      Events:
                        Work:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Jobs.Arn
                            FunctionResponseTypes: [ReportBatchItemFailures]
                """),
            Map.of());

    assertThat(template.queue("Jobs")).isEqualTo(new Queue("Jobs", 5, false));
    assertThat(template.queue("Ordered")).isEqualTo(new Queue("Ordered", 1000, true));
    assertThat(template.function("Worker").environment()).containsEntry("QUEUE_URL", "Jobs");
    assertThat(template.function("Worker").triggers(QueueTrigger.class))
        .containsExactly(new QueueTrigger("Worker", "Work", "Jobs", 10, true));
  }

  private static final String WEB_SOCKET =
      """
      Resources:
        Worker:
          Type: AWS::Serverless::Function
          Properties: { Handler: a.B }
        Socket:
          Type: AWS::ApiGatewayV2::Api
          Properties: { ProtocolType: WEBSOCKET }
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Socket
            IntegrationUri: !Sub "arn:lambda:path/functions/${Worker.Arn}/invocations"
        Connect:
          Type: AWS::ApiGatewayV2::Route
          Properties: { RouteKey: $connect, Target: !Sub "integrations/${Integration}" }
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties: { StageName: here }
      """;

  @Test
  void readsAWebSocketApiFromItsParts(@TempDir Path folder) {
    assertThat(read(write(folder, WEB_SOCKET), Map.of()).webSocket())
        .contains(new WebSocketApi("Socket", "here", Map.of("$connect", "Worker")));
    assertThat(sample().webSocket()).isEmpty();
  }

  @Test
  void refusesAWebSocketApiThatItWouldMisread(@TempDir Path folder) {
    assertThatThrownBy(() -> read(write(folder, WEB_SOCKET.replace("WEBSOCKET", "HTTP")), Map.of()))
        .hasMessageContaining("Socket.Properties.ProtocolType");
    assertThatThrownBy(
            () -> read(write(folder, WEB_SOCKET.replace("${Integration}", "x")), Map.of()))
        .hasMessageContaining("Connect.Properties.Target");
  }

  /** DynamoDB lets two read a stream; with a third, all of them are throttled. */
  @Test
  void noStreamOfTheApplicationHasMoreThanTwoReaders() {
    Path application = Path.of("../../template.yaml");
    Template template =
        Template.read(
            application, Map.of("NotificationServiceUrl", "http://a"), PhysicalNames.logicalIds());

    Map<String, List<String>> readers =
        template.functions().values().stream()
            .flatMap(function -> function.triggers(StreamTrigger.class).stream())
            .collect(groupingBy(StreamTrigger::table, mapping(StreamTrigger::function, toList())));

    assertThat(readers).containsKeys("ArrivalsTable", "OutboxTable");
    assertThat(readers).allSatisfy((_, functions) -> assertThat(functions).hasSizeBetween(1, 2));
    assertThat(readers.get("ArrivalsTable")).contains("TelemetryDispatch");
  }

  @Test
  void namesTheResourceThatIsUnsupported(@TempDir Path folder) {
    assertInvalid(
        folder,
        """
        Resources:
          Worker:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.B
              Events:
                Topic: { Type: SNS }
        """,
        "Resources.Worker.Properties.Events.Topic.Type: SNS is unsupported");
    assertInvalid(
        folder,
        "Resources: { T: { Type: AWS::DynamoDB::GlobalTable } }",
        "Resources.T.Type: AWS::DynamoDB::GlobalTable is unsupported");
  }

  @Test
  void namesThePlaceOfWhatIsWrong(@TempDir Path folder) {
    String function = "Resources: { F: { Type: AWS::Serverless::Function, Properties: { %s } } }";
    String place = "Resources.F.Properties.";
    assertInvalid(folder, function.formatted(""), "Globals.Function.Handler: is missing");
    assertInvalid(
        folder,
        function.formatted("Handler: !Ref Nowhere"),
        place + "Handler: there is no parameter or resource Nowhere");
    assertInvalid(
        folder,
        function.formatted("Handler: !FindInMap [a, b, c]"),
        place + "Handler: Fn::FindInMap is unsupported");
    assertInvalid(
        folder,
        function.formatted("Handler: a.B, Timeout: soon"),
        place + "Timeout: must be a whole number, but is soon");
    assertInvalid(
        folder,
        function.formatted(
            "Handler: a.B, Events: { S: { Type: Schedule, Properties: { Schedule: cron(x) } } }"),
        place + "Events.S.Properties.Schedule: cron(x) is unsupported");
  }

  @Test
  void saysWhichFileIsNotYaml(@TempDir Path folder) {
    assertThatThrownBy(() -> read(write(folder, "a: [b"), Map.of()))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("template.yaml");
    assertThatThrownBy(() -> read(folder.resolve("nowhere.yaml"), Map.of()))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("nowhere.yaml");
  }

  private static void assertInvalid(Path folder, String yaml, String message) {
    assertThatThrownBy(() -> read(write(folder, yaml), Map.of()))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage(message);
  }

  private static <T extends Trigger> List<T> everything(Class<T> kind) {
    return sample().function("Everything").triggers(kind);
  }

  private static Template sample() {
    return read(Map.of());
  }

  private static Template read(Map<String, String> parameters) {
    return read(sampleFile(), parameters);
  }

  private static Path sampleFile() {
    try {
      return Path.of(Objects.requireNonNull(TemplateTest.class.getResource("sample.yaml")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Template read(Path file, Map<String, String> parameters) {
    return Template.read(file, parameters, PhysicalNames.logicalIds());
  }

  private static Path write(Path folder, String yaml) {
    try {
      return Files.writeString(folder.resolve(Template.FILE_NAME), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
