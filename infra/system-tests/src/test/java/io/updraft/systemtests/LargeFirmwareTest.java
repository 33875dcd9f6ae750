package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.ObjectStore.Range;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A firmware that is larger than the heap of the runtime may hold. */
@Timeout(900)
class LargeFirmwareTest {
  private static final long SIZE = Long.getLong("firmware.mebibytes", 100L) << 20;
  private static final int RANGES = 7;

  private final HttpClient store = HttpClient.newHttpClient();
  private final Hashes hashes = new Hashes();

  @TempDir Path folder;

  @Test
  void multipartUploadIsVerifiedAndComesBackByRanges() throws Exception {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder.resolve("data of the test"))) {
      Operator operator = Operator.of(runtime);
      JsonNode declared = operator.post("firmware", declaration()).body();
      String path = "firmware/" + declared.path("firmware_id").asText();
      JsonNode upload = declared.path("upload");
      assertThat(upload.path("method").asText()).isEqualTo("MULTIPART");
      List<Map<String, Object>> parts = putAll(upload);
      hashes.end();

      var _ =
          operator.post(
              path + "/complete",
              Map.of("upload_id", upload.path("upload_id").asText(), "parts", parts));
      assertVerified(operator, path);
      assertComesBackByRanges(operator, path);
      assertThat(runtime.output()).doesNotContain("OutOfMemoryError");
    }
  }

  private static Map<String, Object> declaration() {
    return Map.of(
        "name", "large",
        "version", "1.0.0",
        "device_model", "model-1",
        "manufacturer", "Updraft",
        "file_size", SIZE,
        "filename", "large.img");
  }

  private List<Map<String, Object>> putAll(JsonNode upload) throws Exception {
    int partSize = upload.path("part_size").asInt();
    Random bytes = new Random(1);
    List<Map<String, Object>> parts = new ArrayList<>();
    for (JsonNode part : upload.path("parts")) {
      int number = part.path("part_number").asInt();
      byte[] content = new byte[(int) Math.min(partSize, SIZE - (number - 1L) * partSize)];
      bytes.nextBytes(content);
      hashes.add(content, content.length);
      parts.add(Map.of("part_number", number, "etag", put(part.path("url").asText(), content)));
    }
    return parts;
  }

  private String put(String url, byte[] content) throws Exception {
    HttpResponse<String> response =
        store.send(
            HttpRequest.newBuilder(URI.create(url))
                .PUT(BodyPublishers.ofByteArray(content))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.headers().firstValue("ETag").orElseThrow();
  }

  /** A completion of a large file may go on after its answer. */
  private void assertVerified(Operator operator, String path) throws Exception {
    JsonNode firmware =
        Eventually.read(
            Duration.ofMinutes(5),
            () -> operator.get(path).body(),
            now -> !List.of("pending_upload", "verifying").contains(now.path("status").asText()));
    Map<String, String> shown = new HashMap<>();
    for (String field : List.of("status", "checksum_md5", "checksum_sha1", "checksum_sha256")) {
      shown.put(field, firmware.path(field).asText());
    }
    assertThat(shown)
        .isEqualTo(
            Map.of(
                "status", "available",
                "checksum_md5", hashes.hex("MD5"),
                "checksum_sha1", hashes.hex("SHA-1"),
                "checksum_sha256", hashes.hex("SHA-256")));
    assertThat(firmware.path("file_size").asLong()).isEqualTo(SIZE);
  }

  private void assertComesBackByRanges(Operator operator, String path) throws Exception {
    URI address = URI.create(operator.get(path + "/download").text("download_url"));
    Hashes received = new Hashes();
    long range = Math.ceilDiv(SIZE, RANGES);
    for (long first = 0; first < SIZE; first += range) {
      long last = Math.min(first + range, SIZE) - 1;
      assertThat(operator.store().read(address, first, last, (bytes, _) -> received.addAll(bytes)))
          .isInstanceOf(Range.Taken.class);
    }
    received.end();
    assertThat(received.hex("SHA-256")).isEqualTo(hashes.hex("SHA-256"));
  }
}
