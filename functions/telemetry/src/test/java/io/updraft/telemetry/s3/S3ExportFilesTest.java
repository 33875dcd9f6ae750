package io.updraft.telemetry.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.lambda.Environment;
import io.updraft.telemetry.export.Export;
import io.updraft.telemetry.export.Export.Progress;
import io.updraft.telemetry.export.Export.Status;
import io.updraft.telemetry.export.ExportFiles;
import io.updraft.telemetry.reading.Question;
import io.updraft.testing.IntegrationTests;
import io.updraft.testing.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag(IntegrationTests.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ExportFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final byte[] LAST = "the end".getBytes(StandardCharsets.UTF_8);

  private final ObjectStore store = ObjectStore.start();
  private ExportFiles files;

  @BeforeAll
  void connect() {
    files = S3ExportFiles.from(Environment.of(store.environment("EXPORTS_BUCKET")));
  }

  @AfterAll
  void stop() {
    store.close();
  }

  private static byte[] first() {
    byte[] part = new byte[ExportFiles.SMALLEST_PART];
    Arrays.fill(part, (byte) 'x');
    return part;
  }

  private static Export export(String id, long size, @Nullable String upload) {
    Question question = new Question("acme", List.of("log"), List.of(), 0, 1, Map.of());
    Progress progress =
        new Progress(new Question.Place("d", "log", 0), true, upload, List.of(), 0, size, 0);
    return new Export(id, question, "rita", NOW, Status.RUNNING, progress, null, NOW, 1);
  }

  @Test
  void putsPartsTogetherAndGivesAnAddress() throws IOException, InterruptedException {
    byte[] first = first();
    Export export = export("exp_1", first.length + LAST.length, null);
    String upload = files.begin(export);
    files.put(export, upload, 1, LAST);
    List<String> parts =
        List.of(files.put(export, upload, 1, first), files.put(export, upload, 2, LAST));

    assertThat(files.complete(export, upload, parts)).isTrue();
    assertThat(files.complete(export, upload, parts)).as("repeated").isTrue();
    HttpResponse<byte[]> answer = fetch(files.url(export, Duration.ofMinutes(5)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize(first.length + LAST.length).endsWith(LAST);
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .contains("exp_1.csv");
  }

  private static HttpResponse<byte[]> fetch(URI url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void makesNoFileOfLostParts() {
    Export export = export("exp_2", LAST.length, null);
    String upload = files.begin(export);
    files.put(export, upload, 1, LAST);

    assertThat(files.complete(export, upload, List.of("\"0123456789abcdef\""))).isFalse();
    files.discard(export("exp_2", 0, upload));
    files.discard(export("exp_2", 0, upload));
    assertThat(store.openUploads()).isZero();
    assertThat(files.complete(export, upload, List.of("\"0123456789abcdef\""))).isFalse();
  }
}
