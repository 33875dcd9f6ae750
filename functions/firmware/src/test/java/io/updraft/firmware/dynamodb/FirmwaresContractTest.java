package io.updraft.firmware.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.events.FirmwareRejected;
import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Ticket;
import io.updraft.firmware.domain.Upload;
import io.updraft.firmware.domain.Upload.Way;
import io.updraft.firmware.published.Version;
import io.updraft.firmware.rig.InMemoryFirmwares;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the use cases rely on, of the store in memory that they are tested with and of the real. */
@ParameterizedClass
@EnumSource(FirmwaresContractTest.Kind.class)
@ExtendWith(DynamoDbServer.class)
class FirmwaresContractTest {
  private static final Instant NOW = Instant.parse("2026-11-24T11:00:00.123Z");
  private static final Actor ACTOR = Actor.system("acme", NOW);

  enum Kind {
    IN_MEMORY,
    DYNAMODB
  }

  private final Kind kind;

  private Firmwares firmwares;

  FirmwaresContractTest(Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void create(TestDatabase database) {
    database.clear();
    firmwares =
        switch (kind) {
          case IN_MEMORY -> new InMemoryFirmwares();
          case DYNAMODB ->
              new DynamoFirmwares(
                  new Dynamo(database.client()),
                  database.table("FirmwareTable"),
                  new Outbox(database.table("OutboxTable")),
                  UUID::randomUUID);
        };
  }

  @Test
  void givesBackWhatWasSaved() {
    Firmware saved = begun("upl_1", NOW.plusSeconds(60));

    assertThat(firmwares.find("acme", saved.firmwareId())).contains(saved);
    assertThat(firmwares.find("rival", saved.firmwareId())).isEmpty();
    assertThat(saved.revision()).isEqualTo(1);
    assertThat(saved.sequence()).isZero();
  }

  @Test
  void refusesWhatWasDecidedOnAnOlderRevision() {
    Firmware saved = begun("upl_1", NOW.plusSeconds(60));
    Change rejection = rejection(saved);

    assertThat(firmwares.save(rejection)).isPresent();
    assertThat(firmwares.save(rejection)).isEmpty();
    Firmware again = Firmware.begun(declared(), pending("upl_2", NOW), ACTOR, Optional.empty());
    assertThat(firmwares.save(Change.silent(Optional.empty(), again, ACTOR))).isEmpty();
    assertThat(firmwares.find("acme", saved.firmwareId()).orElseThrow().sequence()).isEqualTo(1);
  }

  @Test
  void keepsATicketAsLongAsTheUploadIsUnderWay() {
    Firmware saved = begun("upl_1", NOW.plusSeconds(60));
    Place place = new Place("acme", "upl_1");
    Upload upload = ((Stage.Incoming) saved.stage()).upload();
    assertThat(firmwares.ticket(place)).contains(new Ticket("acme", saved.firmwareId(), upload));

    assertThat(firmwares.save(rejection(saved))).isPresent();

    assertThat(firmwares.ticket(place)).isEmpty();
  }

  @Test
  void findsUploadsWhoseTimeIsOver() {
    begun("upl_1", NOW.plusSeconds(60));

    assertThat(firmwares.overdue(NOW.plusSeconds(60), 10)).isEmpty();
    List<Ticket> overdue = firmwares.overdue(NOW.plusSeconds(61), 10);
    assertThat(overdue.stream().map(t -> t.upload().uploadId())).containsExactly("upl_1");
  }

  private Firmware begun(String uploadId, Instant expiry) {
    Firmware begun = Firmware.begun(declared(), pending(uploadId, expiry), ACTOR, Optional.empty());
    return firmwares.save(Change.silent(Optional.empty(), begun, ACTOR)).orElseThrow();
  }

  private static Change rejection(Firmware firmware) {
    Firmware rejected = firmware.moved(((Stage.Incoming) firmware.stage()).rejected("bad"), ACTOR);
    return Change.told(firmware, rejected, new FirmwareRejected(rejected.change()), ACTOR);
  }

  private static Stage.PendingUpload pending(String uploadId, Instant expiry) {
    return new Stage.PendingUpload(new Upload(uploadId, Way.MULTIPART, "mp", expiry));
  }

  private static Declaration declared() {
    return new Declaration(
        "gateway",
        Version.of("1.0.0-rc.1"),
        "GW-2",
        "Acme",
        1000,
        "gateway.bin",
        "0".repeat(32),
        "0".repeat(64),
        "text",
        Version.of("1.0.0"),
        Version.of("2.0.0"),
        List.of("lab", "night"),
        Map.of("build", "17"),
        true,
        true,
        "log",
        "AAAA",
        "key_1");
  }
}
