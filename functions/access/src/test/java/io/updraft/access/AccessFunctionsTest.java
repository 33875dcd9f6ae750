package io.updraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.access.organizations.CreateOrganizationHandler;
import io.updraft.http.Role;
import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The functions as the template wires them. */
@ExtendWith(DynamoDbServer.class)
class AccessFunctionsTest {
  private final TestDatabase database;

  AccessFunctionsTest(TestDatabase database) {
    this.database = database;
  }

  private Map<String, String> environment(String function) {
    Map<String, String> environment = new HashMap<>(database.environment(function));
    environment.putAll(database.access());
    environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");
    return environment;
  }

  @Test
  void firstAdminKeyOpensTheDetailsOfHealth() {
    CreateOrganizationHandler organizations =
        Environment.supply(environment("AccessOrganizations"), CreateOrganizationHandler::new);
    JsonNode created = Invocation.invoke(organizations, Map.of("organization", "acme"));
    HealthFunction health = Environment.supply(environment("Health"), HealthFunction::new);
    JsonNode answer =
        Invocation.request("GET /health", "/health")
            .query("detailed", "true")
            .header("authorization", "ApiKey " + created.path("key").asText())
            .to(health)
            .json();
    assertThat(answer.path("status").asText()).isEqualTo("degraded");
    assertThat(answer.at("/dependencies/dynamodb/status").asText()).isEqualTo("healthy");
    assertThat(answer.at("/dependencies/s3/status").asText()).isEqualTo("degraded");
  }

  @Test
  void keysAreKeptInTheTableOfTheTemplate() {
    AccessKeysFunction keys =
        Environment.supply(environment("AccessKeys"), AccessKeysFunction::new);
    var request = Invocation.request("POST /api/v1/admin/keys", "/api/v1/admin/keys");
    database.consumed().reset();
    assertThat(
            request
                .by(Invocation.caller(Role.ADMIN))
                .json(Map.of("role", "viewer"))
                .to(keys)
                .status())
        .isEqualTo(201);
    assertThat(database.client().scan(r -> r.tableName(database.table("AccessTable"))).items())
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void missingVariableIsNamed() {
    Map<String, String> environment = environment("AccessKeys");
    environment.remove("ACCESS_TABLE");
    assertThatThrownBy(() -> Environment.supply(environment, AccessKeysFunction::new))
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContaining("ACCESS_TABLE");
  }
}
