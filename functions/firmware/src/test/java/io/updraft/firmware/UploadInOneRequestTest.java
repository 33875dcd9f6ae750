package io.updraft.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.firmware.domain.Digests;
import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class UploadInOneRequestTest {
  private static final byte[] BYTES = Samples.bytes(1, 10_000);

  private static ObjectStore store;
  private final Rig rig;

  UploadInOneRequestTest(TestDatabase database) {
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
  void keepsAndTellsOfWhatItTook() {
    ApiAnswer answer = upload("01.02.03", BYTES);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    Digests digests = Digests.of(BYTES);
    assertThat(answer.text("version")).isEqualTo("1.2.3");
    assertThat(answer.text("status")).isEqualTo("available");
    assertThat(answer.text("checksum_md5")).isEqualTo(digests.md5());
    assertThat(answer.text("checksum_sha1")).isEqualTo(digests.sha1());
    assertThat(answer.text("checksum_sha256")).isEqualTo(digests.sha256());
    assertThat(answer.text("created_by")).isEqualTo("fiona");
    String id = answer.text("firmware_id");
    assertThat(answer.text("file_url")).isEqualTo("/api/v1/ota/firmware/" + id + "/download");
    assertThat(store.get("firmware/acme/" + id + "/gateway.bin")).isEqualTo(BYTES);
    assertThat(store.metadata("firmware/acme/" + id + "/gateway.bin"))
        .containsEntry("sha256", digests.sha256())
        .containsEntry("version", "1.2.3");
    assertThat(rig.eventTypes(id)).containsExactly("firmware.uploaded");
    assertThat(rig.events(id).getFirst().correlationId()).contains("release-2026-11");
  }

  @Test
  void answersTheSameBytesWithWhatExistsAndOthersWithAConflict() {
    ApiAnswer first = upload("2.0.0", BYTES);
    ApiAnswer again = upload("2.0.0", BYTES);
    ApiAnswer other = upload("2.0.0", Samples.bytes(2, 10_000));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("code")).isEqualTo("CONFLICT");
    String id = first.text("firmware_id");
    assertThat(store.get("firmware/acme/" + id + "/gateway.bin")).isEqualTo(BYTES);
    assertThat(rig.eventTypes(id)).hasSize(1);
  }

  @Test
  void keepsNothingOfAWrongChecksum() {
    var declared = Samples.declaration("3.0.0", BYTES);
    declared.put("checksum_sha256", "0".repeat(64));
    declared.put("checksum_md5", "F".repeat(32));
    ApiAnswer answer =
        Rig.call("POST /api/v1/ota/firmware")
            .multipart(declared, "gateway.bin", BYTES)
            .on(rig.upload);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields()).containsExactly("checksum_md5", "checksum_sha256");
    assertThat(upload("3.0.0", BYTES).status()).isEqualTo(201);
  }

  @Test
  void takesAChecksumInCapitalsAndNamesTheFileByItsPart() {
    var declared = Samples.declaration("4.0.0", BYTES);
    declared.put("checksum_sha256", Samples.sha256(BYTES).toUpperCase(Locale.ROOT));
    declared.remove("filename");
    declared.remove("file_size");
    ApiAnswer answer =
        Rig.call("POST /api/v1/ota/firmware")
            .multipart(declared, "image.tar.gz", BYTES)
            .on(rig.upload);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.text("filename")).isEqualTo("image.tar.gz");
  }

  @Test
  void refusesPathsEmptyFilesAndUnknownExtensions() {
    assertThat(refused("../gateway.bin", BYTES)).containsExactly("file");
    assertThat(refused("gateway.exe", BYTES)).containsExactly("file");
    assertThat(refused("gateway.bin", new byte[0])).containsExactly("file");
    assertThat(refused(".bin", BYTES)).containsExactly("file");
  }

  @Test
  void refusesWhoMayNotUpload() {
    ApiAnswer answer =
        Rig.call("POST /api/v1/ota/firmware")
            .as("acme", "fiona", "operator")
            .multipart(Samples.declaration("5.0.0", BYTES), "gateway.bin", BYTES)
            .on(rig.upload);

    assertThat(answer.status()).isEqualTo(403);
  }

  private List<String> refused(String filename, byte[] bytes) {
    Map<String, Object> declared = Samples.declaration("6.0.0", bytes);
    declared.remove("filename");
    declared.remove("file_size");
    ApiAnswer answer =
        Rig.call("POST /api/v1/ota/firmware").multipart(declared, filename, bytes).on(rig.upload);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    return answer.wrongFields();
  }

  private ApiAnswer upload(String version, byte[] bytes) {
    return Rig.call("POST /api/v1/ota/firmware")
        .header("x-correlation-id", "release-2026-11")
        .multipart(Samples.declaration(version, bytes), "gateway.bin", bytes)
        .on(rig.upload);
  }
}
