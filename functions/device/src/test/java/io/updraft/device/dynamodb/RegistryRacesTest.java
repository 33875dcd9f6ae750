package io.updraft.device.dynamodb;

import static io.updraft.device.registry.Samples.NOW;
import static io.updraft.device.registry.Samples.ORG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.registry.RegistryOperations;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operations on one device at the same moment. */
@ExtendWith(DynamoDbServer.class)
class RegistryRacesTest {
  private final TestDatabase database;
  private final RegistryTable registry;
  private final DynamoDeviceDirectory directory;
  private final RegistryOperations operations;

  RegistryRacesTest(TestDatabase database) {
    this.database = database;
    Dynamo dynamo = new Dynamo(database.client());
    String table = database.table("DevicesTable");
    Outbox outbox = new Outbox(database.table("OutboxTable"));
    this.registry = new RegistryTable(dynamo, table, outbox, UUID::randomUUID);
    this.directory = new DynamoDeviceDirectory(dynamo, table);
    this.operations =
        new RegistryOperations(registry, (device, origin, reason) -> {}, MutableClock.at(NOW), 10);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @RepeatedTest(3)
  void ofSeveralFirstPutsOneCreates() throws Exception {
    List<Integer> answers =
        AtOnce.call(List.of(put("north"), put("south"), put("east"), put("west")));

    assertThat(answers).containsExactlyInAnyOrder(201, 200, 200, 200);
    assertThat(directory.countOfModel(ORG, "P-1")).isEqualTo(1);
    assertThat(List.of("north", "south", "east", "west").stream().mapToLong(this::members))
        .containsOnlyOnce(1L)
        .containsOnly(0L, 1L);
  }

  @RepeatedTest(3)
  void ofSeveralDeletionsOneDeletes() throws Exception {
    send(put("north"));

    assertThat(AtOnce.call(List.of(delete(), delete(), delete())))
        .containsExactlyInAnyOrder(204, 404, 404);
    assertThat(events()).isEqualTo(1);
    assertThat(members("north")).isZero();
  }

  @RepeatedTest(3)
  void aDeletionAndAPutLeaveAWholeDeviceOrNone() throws Exception {
    send(put("north"));

    List<Integer> answers = AtOnce.call(List.of(put("south"), delete()));

    boolean there = registry.find(ORG, "dev-1").isPresent();
    assertThat(answers.getLast()).isEqualTo(204);
    assertThat(answers.getFirst()).isEqualTo(there ? 201 : 200);
    assertThat(members("north")).isZero();
    assertThat(members("south")).isEqualTo(there ? 1 : 0);
    assertThat(directory.countOfModel(ORG, "P-1")).isEqualTo(there ? 1 : 0);
  }

  private long members(String group) {
    long members = directory.members(ORG, group, null, 10).deviceIds().size();
    assertThat(directory.countMembers(ORG, group)).isEqualTo(members);
    return members;
  }

  private int events() {
    return database.client().scan(s -> s.tableName(database.table("OutboxTable"))).count();
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

  private Callable<Integer> put(String group) {
    String body =
        """
        {"model": "P-1", "groups": ["%s"]}"""
            .formatted(group);
    return call(operations.put(), "PUT", body);
  }

  private Callable<Integer> delete() {
    return call(operations.delete(), "DELETE", "");
  }

  private static void send(Callable<Integer> call) throws Exception {
    assertThat(call.call()).isEqualTo(201);
  }

  private static HttpRequest request(String method, String body) {
    Caller operator =
        new Caller(ORG, "ann", Set.of(Role.OPERATOR), null, Set.of(), NOW.plusSeconds(3600));
    return new HttpRequest(
        "request-1",
        method + " /api/v1/devices/{device_id}",
        Map.of("device_id", "dev-1"),
        Map.of(),
        Map.of("content-type", "application/json"),
        body.getBytes(UTF_8),
        operator);
  }
}
