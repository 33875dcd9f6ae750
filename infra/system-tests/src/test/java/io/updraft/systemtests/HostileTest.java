package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests through the gateway: each is refused as the table of errors says. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
  private HostileSite site;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    site = HostileSite.start(folder.resolve("data of the test"));
  }

  @AfterAll
  void stop() {
    if (site != null) {
      site.close();
    }
  }

  Stream<BadRequest> bodies() {
    return new BadBodies(site).all();
  }

  Stream<BadRequest> credentials() {
    return new BadCredentials(site).all();
  }

  Stream<BadRequest> places() {
    return new BadPlaces(site).all();
  }

  @ParameterizedTest
  @MethodSource({"bodies", "credentials", "places"})
  void refuses(BadRequest bad) throws Exception {
    Reply reply = bad.sending().send();
    assertThat(reply.status()).as("%s", reply).isEqualTo(bad.status());
    if (!bad.code().isEmpty()) {
      assertThat(reply.contentType()).startsWith("application/problem+json");
      assertThat(reply.text("code")).isEqualTo(bad.code());
      assertThat(reply.json().path("status").asInt()).isEqualTo(bad.status());
      assertThat(reply.text("instance")).isNotEmpty();
      assertThat(reply.text("detail")).isNotEmpty();
    }
  }

  @Test
  void listsEveryWrongFieldAtOnceAndStoresNothing() throws Exception {
    long before = numberOf("campaigns");
    Reply reply =
        site.json(
            HostileSite.CAMPAIGNS,
            """
            {"name":" ","deployment_strategy":"immediate","rollout_percentage":0,\
            "batch_size":501,"max_concurrent_updates":1001,"timeout_minutes":4,\
            "failure_threshold_percent":101,"priority":"highest"}""");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(wrongFields(reply))
        .contains(
            "name",
            "firmware_id",
            "rollout_percentage",
            "batch_size",
            "max_concurrent_updates",
            "timeout_minutes",
            "failure_threshold_percent",
            "priority");
    assertThat(numberOf("campaigns")).isEqualTo(before);
  }

  @Test
  void anotherOrganizationSeesNothing() throws Exception {
    for (String list : List.of("campaigns", "firmware")) {
      Reply reply = site.get("/api/v1/ota/" + list, site.stranger);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().path(list)).isEmpty();
    }
  }

  private long numberOf(String list) throws Exception {
    return site.get("/api/v1/ota/" + list, site.admin).json().path(list).size();
  }

  private static List<String> wrongFields(Reply reply) {
    return StreamSupport.stream(reply.json().path("errors").spliterator(), false)
        .map((JsonNode error) -> error.path("field").asText())
        .toList();
  }
}
