package io.updraft.fleet.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratedBytesTest {
  @Test
  void areTheSameHoweverTheyAreRead() throws IOException {
    byte[] whole = new GeneratedBytes(5, 1_000).readAllBytes();
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    GeneratedBytes bytes = new GeneratedBytes(5, 1_000);
    byte[] buffer = new byte[7];
    for (int count = bytes.read(buffer, 0, 7); count >= 0; count = bytes.read(buffer, 0, 7)) {
      pieces.write(buffer, 0, count);
    }

    assertThat(pieces.toByteArray()).hasSize(1_000).isEqualTo(whole);
  }

  @Test
  void differByTheirSeed() throws IOException {
    assertThat(new GeneratedBytes(5, 100).readAllBytes())
        .isNotEqualTo(new GeneratedBytes(6, 100).readAllBytes());
  }

  @Test
  void endAfterTheLastByte() {
    GeneratedBytes bytes = new GeneratedBytes(5, 1);

    assertThat(bytes.read()).isBetween(0, 255);
    assertThat(bytes.read()).isEqualTo(-1);
  }
}
