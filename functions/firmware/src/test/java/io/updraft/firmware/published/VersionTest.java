package io.updraft.firmware.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "01.02.03, 1.2.3",
    "000.0.00, 0.0.0",
    "1.2.3-01, 1.2.3-1",
    "1.2.3-00.rc.007, 1.2.3-0.rc.7",
    "1.2.3-a-007.0x1.-00, 1.2.3-a-007.0x1.-00",
    "1.2.3--007, 1.2.3--007"
  })
  void dropsLeadingZerosOfNumbersOnly(String given, String normalised) {
    assertThat(Version.of(given).text()).isEqualTo(normalised);
  }

  @Test
  void comparesAllThatItTakes() {
    List<String> ascending =
        List.of(
            "1.0.0-0",
            "1.0.0-9",
            "1.0.0-010",
            "1.0.0-99999999999999999999",
            "1.0.0-100000000000000000000",
            "1.0.0--1",
            "1.0.0-0a",
            "1.0.0-a",
            "1.0.0-a.01",
            "1.0.0-a.b",
            "1.0.0-a.b.c",
            "1.0.0",
            "999999999.0.0");
    for (int i = 0; i < ascending.size(); i++) {
      for (int j = 0; j < ascending.size(); j++) {
        assertThat(Integer.signum(version(ascending, i).compareTo(version(ascending, j))))
            .as("%s and %s", ascending.get(i), ascending.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "1.0.0.0",
        "v1.0.0",
        "1.0.0-",
        "1.0.0-a.",
        "1.0.0-a..b",
        "1.0.0+b",
        "1.0.0-ä"
      })
  void refusesWhatIsNone(String text) {
    assertThat(Version.parse(text)).isEmpty();
  }

  private static Version version(List<String> texts, int index) {
    return Version.of(texts.get(index));
  }
}
