package io.updraft.firmware.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.firmware.wiring.StoreWiring;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class FirmwareSweepHandlerTest {
  private static final int PART = 5 << 20;

  private static ObjectStore store;
  private final Rig rig;
  private final MutableClock clock = MutableClock.at(Instant.now());

  FirmwareSweepHandlerTest(TestDatabase database) {
    this.rig = new Rig(database, store, Map.of("UPLOAD_PART_BYTES", Integer.toString(PART)));
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
  void endsAnUploadThatWasNeverCompletedAndFreesItsId() {
    byte[] bytes = Samples.bytes(1, PART + 1);
    ApiAnswer begun = begin("1.0.0", bytes);
    rig.putPart(begun.json().at("/upload/parts/0/url").asText(), Arrays.copyOf(bytes, PART));
    clock.advance(Duration.ofHours(5));
    sweep();
    assertThat(shown(begun).text("status")).isEqualTo("pending_upload");

    clock.advance(Duration.ofHours(2));
    sweep();
    sweep();

    assertThat(shown(begun).text("status")).isEqualTo("rejected");
    assertThat(shown(begun).text("reason")).contains("in time");
    assertThat(store.openUploads()).isZero();
    assertThat(rig.eventTypes(begun.text("firmware_id"))).containsExactly("firmware.rejected");
    assertThat(begin("1.0.0", bytes).status()).isEqualTo(201);
  }

  @Test
  void settlesWhatArrivedUnnoticed() {
    byte[] bytes = Samples.bytes(2, 100);
    ApiAnswer begun = begin("2.0.0", bytes);
    rig.put(begun.json().at("/upload/url").asText(), bytes);
    clock.advance(Duration.ofHours(7));

    sweep();

    assertThat(shown(begun).text("status")).isEqualTo("available");
    assertThat(store.keys()).noneMatch(key -> key.startsWith("incoming/"));
  }

  private void sweep() {
    TableWiring tables = new TableWiring(rig.environment());
    StoreWiring wiring = new StoreWiring(rig.environment());
    new FirmwareSweepHandler(
            tables.firmwares(), wiring.incoming(), wiring.settleUpload(tables), clock)
        .handleRequest(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), new TestContext());
  }

  private ApiAnswer begin(String version, byte[] bytes) {
    return Rig.call("POST /api/v1/ota/firmware")
        .json(Samples.declaration(version, bytes))
        .on(rig.upload);
  }

  private ApiAnswer shown(ApiAnswer begun) {
    return Rig.call("GET /api/v1/ota/firmware/{firmware_id}")
        .path("firmware_id", begun.text("firmware_id"))
        .on(rig.query);
  }
}
