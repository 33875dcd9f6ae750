package io.updraft.local;

import static io.updraft.local.Eventually.assertThatSoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What makes functions run other than the API, from outside, with the functions of the sample. */
class TriggersTest {
  @TempDir Path folder;
  private RunningSample sample;

  @BeforeEach
  void start() throws IOException {
    sample = RunningSample.start(folder);
  }

  @AfterEach
  void stop() {
    sample.close();
  }

  @Test
  void streamsReachTheirFunctionInOrderAndOnce() throws Throwable {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 35; i++) {
      sample.putOrder("order-" + i);
      expected.add("INSERT order-" + i);
    }

    assertThatSoon(() -> assertThat(sample.journal("Copy")).isEqualTo(expected));
  }

  @Test
  void streamsGoOnFromTheFirstRecordThatFailed() throws Throwable {
    sample.putOrder("a");
    sample.putOrder("twice-b");
    sample.putOrder("c");

    assertThatSoon(
        () ->
            assertThat(sample.journal("Copy"))
                .containsExactly("INSERT a", "INSERT twice-b", "INSERT c"));
  }

  @Test
  void streamsGoOnAfterARestart() throws Throwable {
    sample.putOrder("before");
    assertThatSoon(() -> assertThat(sample.journal("Copy")).containsExactly("INSERT before"));

    for (int start = 1; start <= 3; start++) {
      restart();
      sample.putOrder("after" + start);
      String last = "INSERT after" + start;
      assertThatSoon(() -> assertThat(sample.journal("Copy")).endsWith(last));
    }

    assertThat(sample.journal("Copy"))
        .containsExactly("INSERT before", "INSERT after1", "INSERT after2", "INSERT after3");
  }

  @Test
  void objectsReachTheirFunction() throws Throwable {
    put("incoming/a b.bin", "12345");
    put("elsewhere/c.bin", "1");

    assertThatSoon(
        () ->
            assertThat(sample.journal("Arrived"))
                .containsExactly("ObjectCreated:Put incoming/a b.bin 5"));
  }

  @Test
  void objectsThatAreStillThereAreAnnouncedAgain() throws Throwable {
    put("incoming/a.bin", "1");
    assertThatSoon(() -> assertThat(sample.journal("Arrived")).hasSize(1));
    restart();

    assertThatSoon(
        () ->
            assertThat(sample.journal("Arrived"))
                .containsOnly("ObjectCreated:Put incoming/a.bin 1")
                .hasSize(2));
  }

  @Test
  void messagesReachTheirFunction() throws Throwable {
    HttpResponse<String> taken = sample.enqueue("Jobs", "one", "twice-two");

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).contains("f97c5d29941bfb1b2fdab0874906ab82"); // MD5 of "one"
    assertThatSoon(
        () -> assertThat(sample.journal("Work")).containsExactlyInAnyOrder("one", "twice-two"));
    assertThat(sample.enqueue("Nowhere", "lost").statusCode()).isEqualTo(400);
  }

  @Test
  void functionsCanBeInvokedByName() throws Exception {
    HttpResponse<String> response = sample.invoke("Echo", "{\"body\": \"{}\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"statusCode\":200");
    assertThat(response.headers().firstValue("x-amz-function-error")).isEmpty();
  }

  @Test
  void invocationsThatFailSaySo() throws Exception {
    HttpResponse<String> failed = sample.invoke("Failing", "{}");
    HttpResponse<String> slow = sample.invoke("Slow", "{}");

    assertThat(failed.statusCode()).isEqualTo(200);
    assertThat(failed.headers().firstValue("x-amz-function-error")).contains("Unhandled");
    assertThat(failed.body()).contains("planned", "java.lang.IllegalStateException");
    assertThat(slow.body()).contains("Task timed out after 1 seconds");
    assertThat(sample.invoke("Nowhere", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void invocationsThatNobodyWaitsForAreAccepted() throws Throwable {
    String event =
        """
        {"Records": [{"eventName": "MODIFY",
          "dynamodb": {"Keys": {"pk": {"S": "x"}}, "SequenceNumber": "1"}}]}""";
    HttpResponse<String> response = sample.invoke("Copy", event, "X-Amz-Invocation-Type", "Event");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThatSoon(() -> assertThat(sample.journal("Copy")).containsExactly("MODIFY x"));
  }

  @Test
  void runtimeFileSaysWhereEverythingIs() throws Exception {
    JsonNode file = sample.runtimeFile();

    assertThat(Files.getPosixFilePermissions(sample.options().data().resolve("runtime.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(file.path("gateway").asText()).isEqualTo(sample.options().publicUrl().toString());
    assertThat(Path.of(file.path("issuerKey").asText())).exists();
    for (String name : List.of("runtime", "dynamodb", "nats")) {
      long pid = file.path("pids").path(name).longValue();
      assertThat(ProcessHandle.of(pid)).as(name).isPresent();
    }
    HttpResponse<String> keys =
        RunningSample.send(HttpRequest.newBuilder(URI.create(file.path("jwks").asText())).build());
    assertThat(keys.body()).contains("\"keys\"", "RSA").doesNotContain("\"d\"");
  }

  @Test
  void addressesStayAfterARestart() throws Exception {
    JsonNode before = sample.runtimeFile();
    restart();
    JsonNode after = sample.runtimeFile();

    for (String name : List.of("invoke", "s3", "nats", "dynamodb", "jwks", "secretAccessKey")) {
      assertThat(after.path(name)).as(name).isEqualTo(before.path(name));
    }
  }

  @Test
  void aServerThatEndsIsStartedAgain() throws Throwable {
    long nats = sample.runtimeFile().path("pids").path("nats").longValue();
    ProcessHandle.of(nats).orElseThrow().destroyForcibly();

    assertThatSoon(
        () -> {
          long again = sample.runtimeFile().path("pids").path("nats").longValue();
          assertThat(again).isNotEqualTo(nats);
          assertThat(ProcessHandle.of(again)).isPresent();
        });
  }

  @Test
  void saysThatTheDataFolderIsInUse() {
    Options other = RunningSample.options(folder, Ports.free());

    assertThatThrownBy(() -> RunningSample.start(folder, other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is in use by another runtime");
  }

  @Test
  void saysThatThePortIsInUse(@TempDir Path elsewhere) {
    Options other = RunningSample.options(elsewhere, sample.options().port());

    assertThatThrownBy(() -> RunningSample.start(elsewhere, other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Port " + other.port())
        .hasMessageContaining("in use");
  }

  private void restart() throws IOException {
    sample.close();
    sample = RunningSample.start(folder);
  }

  private void put(String key, String content) {
    JsonNode file = sample.runtimeFile();
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(URI.create(file.path("s3").asText()))
            .region(Region.US_EAST_1)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        file.path("accessKeyId").asText(), file.path("secretAccessKey").asText())))
            .build()) {
      client.putObject(p -> p.bucket("uploads").key(key), RequestBody.fromString(content));
    }
  }
}
