package io.updraft.alert.dynamodb;

import static io.updraft.alert.rule.Samples.NOW;
import static io.updraft.alert.rule.Samples.ORG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.Rule;
import io.updraft.alert.moves.RandomIds;
import io.updraft.alert.rule.RuleOperations;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.Operation;
import io.updraft.http.ProblemException;
import io.updraft.http.Role;
import io.updraft.testing.AtOnce;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operations on rules at the same moment. */
@ExtendWith(DynamoDbServer.class)
class RuleRacesTest {
  private final TestDatabase database;
  private final RulesTable rules;
  private final RuleOperations operations;

  RuleRacesTest(TestDatabase database) {
    this.database = database;
    Dynamo dynamo = new Dynamo(database.client());
    String table = database.table("RulesTable");
    this.rules =
        new RulesTable(dynamo, Tables.of(database), new Outbox(database.table("OutboxTable")), 3);
    this.operations =
        new RuleOperations(
            rules,
            new TotalItems(dynamo, table),
            (organization, metric) -> Optional.empty(),
            new RandomIds(),
            MutableClock.at(NOW));
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @RepeatedTest(3)
  void ofSeveralAtTheLimitAsManyAreCreatedAsMayBe() throws Exception {
    List<Integer> answers = AtOnce.call(Collections.nCopies(5, create()));

    assertThat(answers).containsExactlyInAnyOrder(201, 201, 201, 409, 409);
    assertThat(rules.browse(ORG, null, 10)).hasSize(3);
    assertThat(events()).isEqualTo(3);
  }

  @RepeatedTest(3)
  void ofSeveralThatDisableOneDoes() throws Exception {
    Rule rule = created();

    assertThat(AtOnce.call(Collections.nCopies(4, enable(rule, false)))).containsOnly(200);

    assertThat(rules.find(ORG, rule.id()).orElseThrow().version()).isEqualTo(2);
    assertThat(events()).isEqualTo(2);
  }

  @RepeatedTest(3)
  void everyChangeHasAnEventOfItsOwn() throws Exception {
    Rule rule = created();

    List<Integer> answers =
        AtOnce.call(List.of(replace(rule, 90), replace(rule, 91), delete(rule), delete(rule)));

    assertThat(answers.subList(2, 4)).containsOnly(204);
    assertThat(answers.subList(0, 2)).isSubsetOf(200, 404);
    assertThat(rules.find(ORG, rule.id())).isEmpty();
    long replaced = answers.stream().filter(answer -> answer == 200).count();
    assertThat(events()).isEqualTo(2 + Math.toIntExact(replaced));
  }

  private int events() {
    return database.client().scan(s -> s.tableName(database.table("OutboxTable"))).count();
  }

  private Rule created() throws Exception {
    assertThat(create().call()).isEqualTo(201);
    return rules.browse(ORG, null, 1).getFirst();
  }

  private Callable<Integer> create() {
    return call(operations.create(), "", body(80));
  }

  private Callable<Integer> replace(Rule rule, int threshold) {
    return call(operations.replace(), rule.id().text(), body(threshold));
  }

  private Callable<Integer> enable(Rule rule, boolean enabled) {
    return call(operations.enable(), rule.id().text(), "{\"enabled\": %s}".formatted(enabled));
  }

  private Callable<Integer> delete(Rule rule) {
    return call(operations.delete(), rule.id().text(), "");
  }

  private static String body(int threshold) {
    return """
        {"name": "Hot", "metric_name": "temperature", "condition": "> %d"}"""
        .formatted(threshold);
  }

  private static Callable<Integer> call(Operation operation, String id, String body) {
    return () -> {
      try {
        return operation.handle(request(id, body)).status();
      } catch (ProblemException refusal) {
        return refusal.problem().status();
      }
    };
  }

  private static HttpRequest request(String id, String body) {
    Caller operator =
        new Caller(ORG, "ann", Set.of(Role.OPERATOR), null, Set.of(), NOW.plusSeconds(3600));
    return new HttpRequest(
        "request-1",
        "PUT /api/v1/telemetry/alerts/rules/{rule_id}",
        Map.of("rule_id", id),
        Map.of(),
        Map.of("content-type", "application/json"),
        body.getBytes(UTF_8),
        operator);
  }
}
