package io.updraft.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyMintTest {
  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final KeyMint mint = new KeyMint(clock, new SecureRandom());

  private MintedKey minted() {
    return mint.mint(
        new OrganizationId("acme"),
        new Grant.Gateway(),
        null,
        "jo",
        Instant.parse("2026-12-01T00:00:00.999Z"));
  }

  @Test
  void keyIsReadBackFromItsText() {
    MintedKey minted = minted();
    assertThat(KeyText.parse(minted.text().reveal())).contains(minted.text());
    assertThat(minted.text().id()).isEqualTo(minted.key().id());
  }

  @Test
  void keyOpensWithItsOwnTextAndNoOther() {
    MintedKey minted = minted();
    assertThat(minted.stored().opensWith(minted.text())).isTrue();
    assertThat(minted.stored().opensWith(minted().text())).isFalse();
  }

  @Test
  void secretIsNeitherStoredNorPrinted() {
    MintedKey minted = minted();
    String secret = minted.text().secret();
    assertThat(minted.stored().secretHash()).isNotEqualTo(secret).hasSize(64);
    assertThat(minted + " " + minted.stored()).doesNotContain(secret);
    assertThat(minted.stored().toString()).doesNotContain(minted.stored().secretHash());
  }

  @Test
  void idsSortByTime() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ids.add(minted().key().id().value());
      clock.advance(Duration.ofMillis(1));
    }
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void expiryIsInWholeSeconds() {
    assertThat(minted().key().expiresAt()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(minted().key().hasExpired(Instant.parse("2026-11-30T23:59:59.999Z"))).isFalse();
    assertThat(minted().key().hasExpired(Instant.parse("2026-12-01T00:00:00Z"))).isTrue();
  }
}
