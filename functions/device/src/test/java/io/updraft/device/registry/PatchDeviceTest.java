package io.updraft.device.registry;

import static io.updraft.device.registry.Samples.NOW;
import static io.updraft.device.registry.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatchDeviceTest {
  private static final Signature BOB = new Signature("bob", NOW.plusSeconds(60));

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final PatchDevice patchDevice = new PatchDevice(registry);

  @Test
  void clearsOnlyWhatIsGiven() {
    registry.add(Samples.device("dev-1", "P-1", "north"), null);
    for (ProfileField field : EnumSet.complementOf(EnumSet.of(ProfileField.STATUS))) {
      Profile before = profile();

      patchDevice.patch(ORG, "dev-1", new Told(Profile.BLANK, Set.of(field)), BOB);

      assertThat(profile())
          .as(field.wireName())
          .isNotEqualTo(before)
          .isEqualTo(before.with(Profile.BLANK, Set.of(field)));
    }
    assertThat(profile()).isEqualTo(Profile.BLANK);
    assertThat(registry.find(ORG, "dev-1").orElseThrow().updatedBy()).isEqualTo("bob");
  }

  @Test
  void findsNoDeviceOfAnotherOrganization() {
    registry.add(Samples.device("dev-1", "P-1"), null);

    assertThat(patchDevice.patch("other", "dev-1", nameless(), BOB))
        .isEqualTo(new PatchOutcome.NotFound());
  }

  @Test
  void decidesAnewWhenOvertaken() {
    registry.add(Samples.device("dev-1", "P-1"), null);

    registry.overtake(2);
    assertThat(patchDevice.patch(ORG, "dev-1", nameless(), BOB))
        .isInstanceOf(PatchOutcome.Changed.class);

    registry.overtake(100);
    Told told = new Told(Profile.BLANK, Set.of(ProfileField.OWNER));
    assertThat(patchDevice.patch(ORG, "dev-1", told, BOB)).isEqualTo(new PatchOutcome.Contended());
  }

  private static Told nameless() {
    return new Told(Profile.BLANK, Set.of(ProfileField.NAME));
  }

  private Profile profile() {
    return Profile.of(registry.find(ORG, "dev-1").orElseThrow().device());
  }
}
