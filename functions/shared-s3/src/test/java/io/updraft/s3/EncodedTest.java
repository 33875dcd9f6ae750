package io.updraft.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodedTest {
  @Test
  void namesAFileForOldAndNewClients() {
    assertThat(Encoded.attachment("a \"b\" é.bin"))
        .isEqualTo(
            "attachment; filename=\"a _b_ _.bin\"; filename*=UTF-8''a%20%22b%22%20%C3%A9.bin");
  }

  @Test
  void leavesNothingThatAHeaderCannotCarry() {
    assertThat(Encoded.percent("é *+\r\n")).isEqualTo("%C3%A9%20%2A%2B%0D%0A");
  }
}
