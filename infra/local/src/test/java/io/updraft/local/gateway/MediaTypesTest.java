package io.updraft.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "Application/JSON; charset=utf-8", "text/csv", "a/b+json"})
  void textStaysText(String type) {
    assertThat(MediaTypes.isText(type, "")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/octet-stream", "multipart/form-data; boundary=x"})
  void theRestIsBinary(String type) {
    assertThat(MediaTypes.isText(type, "")).isFalse();
  }

  @Test
  void whatIsCompressedIsBinary() {
    assertThat(MediaTypes.isText("application/json", "gzip")).isFalse();
    assertThat(MediaTypes.isText("application/json", "identity")).isTrue();
  }
}
