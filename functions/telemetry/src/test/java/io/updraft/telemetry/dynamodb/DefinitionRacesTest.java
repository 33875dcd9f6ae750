package io.updraft.telemetry.dynamodb;

import static io.updraft.telemetry.metric.Samples.NOW;
import static io.updraft.telemetry.metric.Samples.ORG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.Operation;
import io.updraft.http.ProblemException;
import io.updraft.http.Role;
import io.updraft.telemetry.metric.MetricIds;
import io.updraft.telemetry.metric.MetricOperations;
import io.updraft.testing.AtOnce;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operations on one definition at the same moment. */
@ExtendWith(DynamoDbServer.class)
class DefinitionRacesTest {
  private final TestDatabase database;
  private final MetricsTable definitions;
  private final CachedDefinitions cached;
  private final MetricOperations operations;

  DefinitionRacesTest(TestDatabase database) {
    this.database = database;
    Dynamo dynamo = new Dynamo(database.client());
    String table = database.table("MetricsTable");
    this.definitions = new MetricsTable(dynamo, table, new Outbox(database.table("OutboxTable")));
    this.cached = new CachedDefinitions(dynamo, table);
    this.operations = new MetricOperations(definitions, MetricIds.random(), MutableClock.at(NOW));
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @RepeatedTest(3)
  void ofSeveralThatDefineTheSameOneCreates() throws Exception {
    List<Integer> answers = AtOnce.call(List.of(define(1), define(1), define(1), define(1)));

    assertThat(answers).containsExactlyInAnyOrder(201, 200, 200, 200);
    assertThat(events()).isEqualTo(1);
  }

  @RepeatedTest(3)
  void ofSeveralThatDefineOneNameOtherwiseOneWins() throws Exception {
    List<Integer> answers = AtOnce.call(List.of(define(1), define(2), define(3)));

    assertThat(answers).containsExactlyInAnyOrder(201, 409, 409);
    assertThat(events()).isEqualTo(1);
  }

  @RepeatedTest(3)
  void everyChangeHasAnEventOfItsOwn() throws Exception {
    define(1).call();

    List<Integer> answers = AtOnce.call(List.of(replace(2), replace(3), delete()));

    assertThat(answers.getLast()).isEqualTo(204);
    assertThat(answers.subList(0, 2)).isSubsetOf(200, 404);
    long version = definitions.find(ORG, "temperature").orElseThrow().version();
    assertThat(events()).isEqualTo(Math.toIntExact(version));
    assertThat(definitions.find(ORG, "temperature").orElseThrow().deleted()).isTrue();
  }

  @RepeatedTest(3)
  void readersSeeTheLastOfManyChanges() throws Exception {
    define(1).call();
    List<Callable<Integer>> calls = new ArrayList<>();
    IntStream.range(2, 6).forEach(days -> calls.add(replace(days)));
    IntStream.range(0, 4).forEach(i -> calls.add(this::readTwentyTimes));

    AtOnce.call(calls);

    assertThat(cached.of(ORG, Set.of("temperature", "unknown")))
        .isEqualTo(Map.of("temperature", definitions.find(ORG, "temperature").orElseThrow()));
  }

  private int readTwentyTimes() {
    long seen = 0;
    for (int i = 0; i < 20; i++) {
      long version = cached.of(ORG, Set.of("temperature")).values().iterator().next().version();
      assertThat(version).isGreaterThanOrEqualTo(seen);
      seen = version;
    }
    return 0;
  }

  private int events() {
    return database.client().scan(s -> s.tableName(database.table("OutboxTable"))).count();
  }

  private Callable<Integer> define(int days) {
    String body =
        """
        {"name": "temperature", "data_type": "numeric", "retention_days": %d}"""
            .formatted(days);
    return call(operations.define(), "POST", body);
  }

  private Callable<Integer> replace(int days) {
    String body = "{\"retention_days\": %d}".formatted(days);
    return call(operations.replace(), "PUT", body);
  }

  private Callable<Integer> delete() {
    return call(operations.delete(), "DELETE", "");
  }

  private static Callable<Integer> call(Operation operation, String method, String body) {
    return () -> {
      try {
        return operation.handle(request(method, body)).status();
      } catch (ProblemException refusal) {
        return refusal.problem().status();
      }
    };
  }

  private static HttpRequest request(String method, String body) {
    Caller operator =
        new Caller(ORG, "ann", Set.of(Role.OPERATOR), null, Set.of(), NOW.plusSeconds(3600));
    return new HttpRequest(
        "request-1",
        method + " /api/v1/telemetry/metrics/{name}",
        Map.of("name", "temperature"),
        Map.of(),
        Map.of("content-type", "application/json"),
        body.getBytes(UTF_8),
        operator);
  }
}
