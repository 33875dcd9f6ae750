package io.updraft.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTokenTest {
  @Test
  void isReadAsItWasRevealed() {
    LiveToken token = new LiveToken("Größe & Söhne", Samples.id(1), Samples.SECRET);

    assertThat(LiveToken.parse(token.reveal())).contains(token);
    assertThat(token.reveal()).matches("[A-Za-z0-9_.-]+");
  }

  @Test
  void hidesItsSecret() {
    assertThat(Samples.token(1).toString()).doesNotContain(Samples.SECRET);
    assertThat(Samples.token(1).hash()).hasSize(64).isNotEqualTo(Samples.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b.c", "YQ.sub_00000000000000000000000001.00", "A.sub_I.x"})
  void nothingElseIsAToken(String text) {
    assertThat(LiveToken.parse(text)).isEmpty();
  }
}
