package io.updraft.firmware.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.firmware.domain.Actor;
import io.updraft.firmware.domain.Change;
import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.SigningKey;
import io.updraft.firmware.domain.SigningKeys;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Upload;
import io.updraft.firmware.domain.Upload.Way;
import io.updraft.firmware.published.Version;
import io.updraft.firmware.rig.InMemoryBytes;
import io.updraft.firmware.rig.InMemoryFirmwares;
import io.updraft.firmware.rig.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettleUploadTest {
  private static final byte[] FIRST = Samples.bytes(1, 1000);
  private static final byte[] SECOND = Samples.bytes(2, 1000);
  private static final Actor ACTOR = Actor.system("acme", Instant.parse("2026-11-24T11:00:00Z"));
  private static final Place PLACE = new Place("acme", "upl_1");

  private final InMemoryFirmwares firmwares = new InMemoryFirmwares();
  private final InMemoryBytes bytes = new InMemoryBytes();
  private final SettleUpload settleUpload =
      new SettleUpload(firmwares, bytes, bytes, new Judge(new NoKeys()));
  private final Declaration declared =
      new Declaration(
          "gateway",
          Version.of("1.0.0"),
          "GW-2",
          "Acme",
          1000,
          "gateway.bin",
          null,
          null,
          null,
          null,
          null,
          List.of(),
          Map.of(),
          false,
          false,
          null,
          null,
          null);

  @BeforeEach
  void begin() {
    Upload upload = new Upload("upl_1", Way.SINGLE, null, ACTOR.at().plusSeconds(3600));
    Firmware begun =
        Firmware.begun(declared, new Stage.PendingUpload(upload), ACTOR, Optional.empty());
    assertThat(firmwares.save(Change.silent(Optional.empty(), begun, ACTOR))).isPresent();
  }

  @Test
  void verifiesTheNewBytesWhenTheyWereReplacedWhileBeingRead() {
    bytes.incoming.put(PLACE, FIRST);
    bytes.afterRead(() -> bytes.incoming.put(PLACE, SECOND));

    assertThat(settle()).isInstanceOf(Settlement.Verified.class);

    assertThat(verified().kept().file().sha256()).isEqualTo(Samples.sha256(SECOND));
    assertThat(bytes.kept.values()).containsExactly(SECOND);
    assertThat(firmwares.told()).containsExactly("firmware.uploaded");
  }

  @Test
  void keepsWhatTheRecordSaysWhenAnotherWorksOnNewBytesMeanwhile() {
    bytes.incoming.put(PLACE, FIRST);
    bytes.afterRead(
        () -> {
          bytes.incoming.put(PLACE, SECOND);
          assertThat(settle()).isInstanceOf(Settlement.Verified.class);
        });

    assertThat(settle()).isInstanceOf(Settlement.Verified.class);

    assertThat(verified().kept().file().sha256()).isEqualTo(Samples.sha256(SECOND));
    assertThat(bytes.kept.values()).containsExactly(SECOND);
    assertThat(firmwares.told()).containsExactly("firmware.uploaded");
  }

  @Test
  void findsTheOutcomeOfWhoWasFasterAfterTheCopy() {
    bytes.incoming.put(PLACE, FIRST);
    bytes.afterKeep(() -> assertThat(settle()).isInstanceOf(Settlement.Verified.class));

    assertThat(settle()).isInstanceOf(Settlement.Verified.class);

    assertThat(firmwares.told()).containsExactly("firmware.uploaded");
    assertThat(bytes.incoming).isEmpty();
  }

  @Test
  void goesOnAfterACrashBetweenCopyAndCommit() {
    bytes.incoming.put(PLACE, FIRST);
    bytes.afterKeep(
        () -> {
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(this::settle).hasMessage("crash");
    assertThat(firmwares.told()).isEmpty();

    assertThat(settle()).isInstanceOf(Settlement.Verified.class);

    assertThat(bytes.kept.values()).containsExactly(FIRST);
    assertThat(firmwares.told()).containsExactly("firmware.uploaded");
  }

  @Test
  void leavesTheRestToTheNextWhenPatienceEnds() {
    bytes.incoming.put(PLACE, FIRST);

    assertThat(settleUpload.settle(declared.firmwareId(), ACTOR, () -> true))
        .isInstanceOf(Settlement.StillVerifying.class);
    assertThat(current().stage()).isInstanceOf(Stage.Verifying.class);
    assertThat(settle()).isInstanceOf(Settlement.Verified.class);
  }

  @Test
  void saysWhenNothingHasArrived() {
    assertThat(settle()).isInstanceOf(Settlement.NotArrived.class);
    assertThat(current().stage()).isInstanceOf(Stage.PendingUpload.class);
  }

  @Test
  void rejectsTruncatedBytesAndRemovesThem() {
    bytes.incoming.put(PLACE, Samples.bytes(1, 999));

    assertThat(settle()).isInstanceOf(Settlement.Refused.class);

    assertThat(bytes.incoming).isEmpty();
    assertThat(bytes.kept).isEmpty();
    assertThat(firmwares.told()).containsExactly("firmware.rejected");
    assertThat(settle()).isInstanceOf(Settlement.Refused.class);
  }

  private Settlement settle() {
    return settleUpload.settle(declared.firmwareId(), ACTOR, Patience.endless());
  }

  private Firmware current() {
    return firmwares.find("acme", declared.firmwareId()).orElseThrow();
  }

  private Stage.Verified verified() {
    return (Stage.Verified) current().stage();
  }

  private static final class NoKeys implements SigningKeys {
    @Override
    public Optional<SigningKey> find(String organization, String signingKeyId) {
      return Optional.empty();
    }

    @Override
    public boolean add(SigningKey key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<SigningKey> list(String organization, Optional<String> after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(String organization, String signingKeyId) {
      throw new UnsupportedOperationException();
    }
  }
}
