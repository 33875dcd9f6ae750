package io.updraft.device.registry;

import static io.updraft.device.registry.Samples.NOW;
import static io.updraft.device.registry.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Quota;
import io.updraft.firmware.published.Version;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PutDeviceTest {
  private static final Signature ANN = new Signature("ann", NOW);
  private static final Signature BOB = new Signature("bob", NOW.plusSeconds(60));
  private static final Profile PROFILE =
      new Profile(
          "Pump",
          "P-1",
          Version.of("1.0.0"),
          Version.of("2.0.0"),
          List.of("north"),
          "ann",
          Map.of("site", "7"),
          DeviceStatus.INACTIVE);
  private static final Told EVERYTHING = new Told(PROFILE, EnumSet.allOf(ProfileField.class));
  private static final Told NOTHING = new Told(Profile.BLANK, EnumSet.noneOf(ProfileField.class));

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final PutDevice putDevice = new PutDevice(registry);

  @Test
  void registersADevice() {
    PutOutcome outcome = put(EVERYTHING, ANN);

    assertThat(outcome).isInstanceOf(PutOutcome.Created.class);
    assertThat(profile()).isEqualTo(PROFILE);
    assertThat(stored().updatedBy()).isEqualTo("ann");
    assertThat(stored().device().createdAt()).isEqualTo(NOW);
    assertThat(stored().device().lastSeen()).isNull();
  }

  @Test
  void replacesAllButVersionAndStatusWhereTheyAreLeftOut() {
    put(EVERYTHING, ANN);

    PutOutcome outcome = put(NOTHING, BOB);

    assertThat(outcome).isInstanceOf(PutOutcome.Replaced.class);
    assertThat(profile())
        .isEqualTo(
            Profile.BLANK.with(
                PROFILE, EnumSet.of(ProfileField.FIRMWARE_VERSION, ProfileField.STATUS)));
    assertThat(stored().updatedBy()).isEqualTo("bob");
    assertThat(stored().device().createdAt()).isEqualTo(NOW);
  }

  @Test
  void aDeviceLeavesWhatPeopleDecide() {
    put(EVERYTHING, ANN);

    putDevice.put(ORG, "dev-1", NOTHING.replacing(true), BOB, null);

    assertThat(profile().groups()).containsExactly("north");
    assertThat(profile().owner()).isEqualTo("ann");
    assertThat(profile().status()).isEqualTo(DeviceStatus.INACTIVE);
    assertThat(profile().name()).isNull();
  }

  @Test
  void writesNothingWhereNothingChanges() {
    put(EVERYTHING, ANN);
    Registered before = stored();

    PutOutcome outcome = put(EVERYTHING, BOB);

    assertThat(outcome).isEqualTo(new PutOutcome.Replaced(before));
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void decidesAnewWhenOvertaken() {
    registry.overtake(3);
    assertThat(put(EVERYTHING, ANN)).isInstanceOf(PutOutcome.Created.class);

    registry.overtake(3);
    assertThat(put(NOTHING, BOB)).isInstanceOf(PutOutcome.Replaced.class);
    assertThat(stored().revision()).isEqualTo(2);
  }

  @Test
  void givesUpWhenOvertakenForever() {
    registry.overtake(100);

    assertThat(put(EVERYTHING, ANN)).isEqualTo(new PutOutcome.Contended());
  }

  @Test
  void tellsAGatewayWhenItMayGoOn() {
    Quota quota = Quota.of(ANN.user(), ANN.at(), 1);
    putDevice.put(ORG, "dev-1", EVERYTHING, ANN, quota);

    assertThat(putDevice.put(ORG, "dev-2", EVERYTHING, ANN, quota))
        .isEqualTo(
            new PutOutcome.QuotaUsed(
                quota, Duration.ofMinutes(44).plusSeconds(59).plusMillis(877)));
    assertThat(putDevice.put(ORG, "dev-1", NOTHING, ANN, quota))
        .isInstanceOf(PutOutcome.Replaced.class);
  }

  private PutOutcome put(Told told, Signature by) {
    return putDevice.put(ORG, "dev-1", told.replacing(false), by, null);
  }

  private Registered stored() {
    return registry.find(ORG, "dev-1").orElseThrow();
  }

  private Profile profile() {
    return Profile.of(stored().device());
  }
}
