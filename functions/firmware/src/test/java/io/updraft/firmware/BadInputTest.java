package io.updraft.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DynamoDbServer.class)
class BadInputTest {
  private static final String CREATE = "POST /api/v1/ota/firmware";

  private static ObjectStore store;
  private final Rig rig;

  BadInputTest(TestDatabase database) {
    this.rig = new Rig(database, store, Map.of());
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
  void namesAllWrongFieldsAtOnce() {
    Map<String, Object> declared = Samples.declaration("1.0", new byte[1]);
    declared.put("name", "a:b");
    declared.put("device_model", "a#b");
    declared.put("manufacturer", " ");
    declared.put("file_size", 0);
    declared.put("filename", "../../etc/passwd.bin");
    declared.put("checksum_md5", "xyz");
    declared.put("checksum_sha256", "xyz");
    declared.put("description", "d".repeat(1001));
    declared.put("changelog", "c".repeat(5001));
    declared.put("min_hardware_version", "2.0.0");
    declared.put("max_hardware_version", "1.9.9");
    declared.put("is_beta", "yes");
    declared.put("signature", "AAAA");

    ApiAnswer answer = create(declared);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("VALIDATION");
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "name",
            "version",
            "device_model",
            "manufacturer",
            "file_size",
            "filename",
            "checksum_md5",
            "checksum_sha256",
            "description",
            "changelog",
            "min_hardware_version",
            "is_beta",
            "signing_key_id");
  }

  @Test
  void namesAllMissingFields() {
    assertThat(create(Map.of()).wrongFields())
        .containsExactlyInAnyOrder(
            "name", "version", "device_model", "manufacturer", "file_size", "filename");
  }

  @ParameterizedTest
  @CsvSource({
    "name, 200",
    "device_model, 100",
    "manufacturer, 100",
    "description, 1000",
    "changelog, 5000"
  })
  void takesTextsUpToTheirLimit(String field, int limit) {
    Map<String, Object> declared = Samples.declaration("1.0.0", new byte[1]);
    declared.put("name", "with a long " + field);
    declared.put(field, "ü".repeat(limit));
    assertThat(create(declared).status()).isEqualTo(201);
    declared.put(field, "ü".repeat(limit + 1));
    assertThat(create(declared).wrongFields()).containsExactly(field);
  }

  @Test
  void takesFilesUpToTheirLimit() {
    Map<String, Object> declared = Samples.declaration("1.0.1", new byte[1]);
    declared.put("file_size", 524_288_000);
    assertThat(create(declared).status()).isEqualTo(201);
    declared.put("file_size", 524_288_001);
    assertThat(create(declared).wrongFields()).containsExactly("file_size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b.bin",
        "a\\b.bin",
        "..",
        ".bin",
        "a.exe",
        "a.bin\u0000",
        "a\nb.bin",
        "/abs.bin",
        "bin"
      })
  void refusesFilenames(String filename) {
    Map<String, Object> declared = Samples.declaration("1.0.2", new byte[1]);
    declared.put("filename", filename);
    assertThat(create(declared).wrongFields()).contains("filename").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.bin", "a.TAR.GZ", "a.swu", "ä b.raucb", "a..bin", "x.img"})
  void takesFilenames(String filename) {
    Map<String, Object> declared = Samples.declaration("1.0.3", new byte[1]);
    declared.put("filename", filename);
    declared.put("name", "for " + filename);
    assertThat(create(declared).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.2", "v1.2.3", "1.2.3-", "1.2.3-a..b", "1.2.3+build", "1.2.x"})
  void refusesVersions(String version) {
    assertThat(create(Samples.declaration(version, new byte[1])).wrongFields())
        .containsExactly("version");
  }

  @Test
  void answersMalformedBodiesAndOtherMediaTypesAsTheTableSays() {
    assertThat(send("application/json", "{\"name\":").status()).isEqualTo(400);
    assertThat(send("application/json", "[".repeat(100) + "]".repeat(100)).status()).isEqualTo(400);
    assertThat(send("text/plain", "hello").status()).isEqualTo(415);
    assertThat(send("multipart/form-data", "no boundary").status()).isEqualTo(400);
    assertThat(send("application/json", "\"" + "x".repeat(1 << 20) + "\"").status()).isEqualTo(413);
  }

  @Test
  void answersUnknownIdsWith404() {
    for (String id : List.of("0".repeat(32), "x", "..", "a#b", "x".repeat(1500))) {
      assertThat(
              Rig.call("POST /api/v1/ota/firmware/{firmware_id}/complete")
                  .path("firmware_id", id)
                  .on(rig.upload)
                  .status())
          .as(id)
          .isEqualTo(404);
      assertThat(
              Rig.call("GET /api/v1/ota/firmware/{firmware_id}")
                  .path("firmware_id", id)
                  .on(rig.query)
                  .status())
          .as(id)
          .isEqualTo(404);
    }
  }

  private ApiAnswer create(Map<String, ?> declared) {
    return Rig.call(CREATE).json(declared).on(rig.upload);
  }

  private ApiAnswer send(String contentType, String body) {
    return Rig.call(CREATE).body(contentType, body).on(rig.upload);
  }
}
