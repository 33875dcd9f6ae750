package io.updraft.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class UploadToTheStoreTest {
  private static final int MIB = 1 << 20;
  private static final byte[] SMALL = Samples.bytes(1, 100_000);

  private static ObjectStore store;
  private final TestDatabase database;
  private final Rig rig;

  UploadToTheStoreTest(TestDatabase database) {
    this.database = database;
    this.rig = new Rig(database, store, Map.of("UPLOAD_PART_BYTES", Integer.toString(5 * MIB)));
  }

  @BeforeAll
  static void start() {
    store = ObjectStore.start();
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void completesOnACallAfterOnePut() {
    ApiAnswer begun = begin("1.0.0", SMALL);
    assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
    assertThat(begun.text("status")).isEqualTo("pending_upload");
    assertThat(begun.json().at("/upload/method").asText()).isEqualTo("PUT");
    assertThat(rig.put(begun.json().at("/upload/url").asText(), SMALL)).isEqualTo(200);

    ApiAnswer completed = complete(id(begun));

    assertThat(completed.status()).as(completed.toString()).isEqualTo(200);
    assertThat(completed.text("status")).isEqualTo("available");
    assertThat(completed.text("checksum_sha256")).isEqualTo(Samples.sha256(SMALL));
    assertThat(store.get(key(begun))).isEqualTo(SMALL);
    assertThat(store.metadata(key(begun))).containsEntry("sha256", Samples.sha256(SMALL));
    assertThat(incoming()).isEmpty();
    assertThat(rig.eventTypes(id(begun))).containsExactly("firmware.uploaded");
    assertThat(complete(id(begun)).json()).isEqualTo(completed.json());
  }

  @Test
  void completesByItselfWhenTheObjectArrives() {
    ApiAnswer begun = begin("1.1.0", SMALL);
    rig.put(begun.json().at("/upload/url").asText(), SMALL);

    rig.arrived("acme", arrivedUploadId());
    rig.arrived("acme", "upl_again");

    assertThat(shown(begun).text("status")).isEqualTo("available");
    assertThat(incoming()).isEmpty();
    assertThat(rig.eventTypes(id(begun))).containsExactly("firmware.uploaded");
  }

  @Test
  void answersBeforeALongVerificationEndsAndGoesOnByItself() {
    ApiAnswer begun = begin("1.4.0", SMALL);
    rig.put(begun.json().at("/upload/url").asText(), SMALL);
    Rig impatient = new Rig(database, store, Map.of("COMPLETE_WAIT_SECONDS", "0"));

    ApiAnswer accepted =
        Rig.call("POST /api/v1/ota/firmware/{firmware_id}/complete")
            .path("firmware_id", id(begun))
            .on(impatient.upload);

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.text("status")).isEqualTo("verifying");
    rig.arrived("acme", arrivedUploadId());
    assertThat(shown(begun).text("status")).isEqualTo("available");
  }

  @Test
  void completesAMultipartUploadWithFurtherAddresses() {
    byte[] large = Samples.bytes(3, 11 * MIB);
    ApiAnswer begun = begin("1.2.0", large);
    JsonNode upload = begun.json().path("upload");
    assertThat(upload.path("method").asText()).isEqualTo("MULTIPART");
    assertThat(upload.path("part_size").asInt()).isEqualTo(5 * MIB);
    assertThat(upload.path("parts")).hasSize(3);
    ApiAnswer more =
        Rig.call("POST /api/v1/ota/firmware/{firmware_id}/upload-urls")
            .path("firmware_id", id(begun))
            .json(Map.of("first_part", 2, "count", 1))
            .on(rig.upload);
    JsonNode renewed = more.json().at("/upload/parts");
    assertThat(renewed).hasSize(1);
    assertThat(renewed.path(0).path("part_number").asInt()).isEqualTo(2);

    List<Map<String, Object>> parts = new ArrayList<>();
    parts.add(part(1, upload.at("/parts/0/url").asText(), Arrays.copyOf(large, 5 * MIB)));
    parts.add(part(2, renewed.at("/0/url").asText(), Arrays.copyOfRange(large, 5 * MIB, 10 * MIB)));
    parts.add(
        part(
            3,
            upload.at("/parts/2/url").asText(),
            Arrays.copyOfRange(large, 10 * MIB, large.length)));
    Map<String, Object> completion =
        Map.of("upload_id", upload.path("upload_id").asText(), "parts", parts);

    assertThat(complete(id(begun)).wrongFields()).containsExactly("parts");
    assertThat(complete(id(begun), Map.of("upload_id", "upl_other")).status()).isEqualTo(409);
    ApiAnswer completed = complete(id(begun), completion);

    assertThat(completed.status()).as(completed.toString()).isEqualTo(200);
    assertThat(completed.text("status")).isEqualTo("available");
    assertThat(completed.text("checksum_sha256")).isEqualTo(Samples.sha256(large));
    assertThat(complete(id(begun), completion).json()).isEqualTo(completed.json());
    assertThat(store.openUploads()).isZero();
  }

  @Test
  void keepsAMultipartUploadWhosePartsDoNotMakeTheFileYet() {
    byte[] large = Samples.bytes(4, 11 * MIB);
    ApiAnswer begun = begin("1.3.0", large);
    Map<String, Object> first =
        part(1, begun.json().at("/upload/parts/0/url").asText(), Arrays.copyOf(large, 5 * MIB));

    Map<String, Object> foreign = Map.of("part_number", 1, "etag", "\"" + "0".repeat(32) + "\"");
    assertThat(complete(id(begun), Map.of("parts", List.of(foreign))).wrongFields())
        .containsExactly("parts");
    Map<String, Object> absent = Map.of("part_number", 2, "etag", "\"" + "0".repeat(32) + "\"");
    assertThat(complete(id(begun), Map.of("parts", List.of(first, absent))).wrongFields())
        .containsExactly("parts");
    assertThat(complete(id(begun), Map.of("parts", List.of(first))).wrongFields())
        .containsExactly("parts");

    assertThat(shown(begun).text("status")).isEqualTo("pending_upload");
    assertThat(incoming()).isEmpty();
    List<Map<String, Object>> all = new ArrayList<>(List.of(first));
    all.add(
        part(
            2,
            begun.json().at("/upload/parts/1/url").asText(),
            Arrays.copyOfRange(large, 5 * MIB, 10 * MIB)));
    all.add(
        part(
            3,
            begun.json().at("/upload/parts/2/url").asText(),
            Arrays.copyOfRange(large, 10 * MIB, large.length)));
    assertThat(complete(id(begun), Map.of("parts", all)).text("status")).isEqualTo("available");
  }

  @Test
  void rejectsWrongBytesAndFreesTheId() {
    Map<String, Object> declared = Samples.declaration("2.0.0", SMALL);
    declared.put("checksum_sha256", "a".repeat(64));
    ApiAnswer begun = begin(declared);
    rig.put(begun.json().at("/upload/url").asText(), SMALL);

    ApiAnswer rejected = complete(id(begun));

    assertThat(rejected.text("status")).isEqualTo("rejected");
    assertThat(rejected.text("reason")).contains("checksum_sha256");
    assertThat(incoming()).isEmpty();
    assertThat(store.keys()).doesNotContain(key(begun));
    assertThat(complete(id(begun)).text("status")).isEqualTo("rejected");
    ApiAnswer again = begin("2.0.0", SMALL);
    assertThat(again.status()).isEqualTo(201);
    rig.put(again.json().at("/upload/url").asText(), SMALL);
    assertThat(complete(id(again)).text("status")).isEqualTo("available");
    assertThat(rig.eventTypes(id(begun))).containsExactly("firmware.rejected", "firmware.uploaded");
    assertThat(rig.events(id(begun)).getLast().sequence()).hasValue(2);
  }

  @Test
  void refusesABodyOfAnotherLengthThanDeclared() {
    ApiAnswer begun = begin("2.1.0", SMALL);
    String url = begun.json().at("/upload/url").asText();

    // Few bytes, so that they are sent before the refusal closes the connection.
    assertThat(rig.put(url, Arrays.copyOf(SMALL, 10))).isEqualTo(403);
    assertThat(complete(id(begun)).status()).isEqualTo(409);
    assertThat(shown(begun).text("status")).isEqualTo("pending_upload");
  }

  @Test
  void keepsWhatWasVerifiedWhenTheAddressIsUsedAgain() {
    ApiAnswer begun = begin("2.2.0", SMALL);
    String url = begun.json().at("/upload/url").asText();
    rig.put(url, SMALL);
    complete(id(begun));

    byte[] other = Samples.bytes(9, SMALL.length);
    assertThat(rig.put(url, other)).isEqualTo(200);
    rig.arrived("acme", arrivedUploadId());

    assertThat(store.get(key(begun))).isEqualTo(SMALL);
    assertThat(incoming()).isEmpty();
    assertThat(rig.eventTypes(id(begun))).containsExactly("firmware.uploaded");
  }

  @Test
  void settlesOnceHoweverManyComplete() throws Exception {
    ApiAnswer begun = begin("2.3.0", SMALL);
    rig.put(begun.json().at("/upload/url").asText(), SMALL);
    List<Callable<ApiAnswer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> complete(id(begun)));
    }
    try (var executor = Executors.newFixedThreadPool(6)) {
      for (Future<ApiAnswer> answer : executor.invokeAll(calls)) {
        assertThat(answer.get().text("status")).isEqualTo("available");
      }
    }
    assertThat(rig.eventTypes(id(begun))).containsExactly("firmware.uploaded");
    assertThat(store.get(key(begun))).isEqualTo(SMALL);
  }

  @Test
  void continuesTheSameUploadAndRefusesAnother() {
    ApiAnswer begun = begin("2.4.0", SMALL);
    ApiAnswer again = begin("2.4.0", SMALL);
    ApiAnswer other = begin("2.4.0", Samples.bytes(5, 7));

    assertThat(again.status()).isEqualTo(200);
    assertThat(id(again)).isEqualTo(id(begun));
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void answersTheSameChecksumWithWhatExists() {
    ApiAnswer begun = begin("2.5.0", SMALL);
    rig.put(begun.json().at("/upload/url").asText(), SMALL);
    complete(id(begun));
    Map<String, Object> declared = Samples.declaration("2.5.0", SMALL);
    assertThat(begin(declared).status()).isEqualTo(409);

    declared.put("checksum_sha256", Samples.sha256(SMALL));
    ApiAnswer existing = begin(declared);

    assertThat(existing.status()).isEqualTo(200);
    assertThat(existing.text("status")).isEqualTo("available");
  }

  @Test
  void removesAnObjectThatBelongsToNoUpload() {
    store.put("incoming/acme/upl_unknown", SMALL);

    rig.arrived("acme", "upl_unknown");

    assertThat(incoming()).isEmpty();
  }

  @Test
  void givesPresignedRangesUnderTheFilesName() {
    ApiAnswer begun = begin("2.6.0", SMALL);
    rig.put(begun.json().at("/upload/url").asText(), SMALL);
    complete(id(begun));
    FirmwareDownloads downloads = PublishedFirmware.downloads(rig.environment());
    FirmwareFile file =
        new FirmwareFile("gätewäy.bin", SMALL.length, "", "", "", null, null, key(begun));

    URI url = downloads.url(file, Duration.ofMinutes(5));
    var answer = rig.get(url, "bytes=10-19");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(SMALL, 10, 20));
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .contains("filename*=UTF-8''g%C3%A4tew%C3%A4y.bin");
  }

  private Map<String, Object> part(int number, String url, byte[] bytes) {
    return Map.of("part_number", number, "etag", rig.putPart(url, bytes));
  }

  private ApiAnswer begin(String version, byte[] bytes) {
    return begin(Samples.declaration(version, bytes));
  }

  private ApiAnswer begin(Map<String, Object> declared) {
    return Rig.call("POST /api/v1/ota/firmware").json(declared).on(rig.upload);
  }

  private ApiAnswer complete(String id) {
    return Rig.call("POST /api/v1/ota/firmware/{firmware_id}/complete")
        .path("firmware_id", id)
        .on(rig.upload);
  }

  private ApiAnswer complete(String id, Map<String, ?> body) {
    return Rig.call("POST /api/v1/ota/firmware/{firmware_id}/complete")
        .path("firmware_id", id)
        .json(body)
        .on(rig.upload);
  }

  private ApiAnswer shown(ApiAnswer begun) {
    return Rig.call("GET /api/v1/ota/firmware/{firmware_id}")
        .path("firmware_id", id(begun))
        .on(rig.query);
  }

  private static String id(ApiAnswer answer) {
    return answer.text("firmware_id");
  }

  private static String key(ApiAnswer begun) {
    return "firmware/acme/" + id(begun) + "/gateway.bin";
  }

  private static String arrivedUploadId() {
    return incoming().getFirst().substring("incoming/acme/".length());
  }

  private static List<String> incoming() {
    return store.keys().stream().filter(key -> key.startsWith("incoming/")).toList();
  }
}
