package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiltersTest {
  @Test
  void readsWhatIsThere() {
    Filters filters =
        new Filters(
            Map.of(
                "name",
                "true",
                "role",
                "firmware_manager",
                "beta",
                "false",
                "empty",
                "",
                "since",
                "2026-11-24T12:00:00.123456789+01:00",
                "zone",
                "Z"));

    assertThat(filters.text("name", 4)).contains("true");
    assertThat(filters.choice("role", Role.class)).contains(Role.FIRMWARE_MANAGER);
    assertThat(filters.flag("beta")).contains(false);
    assertThat(filters.time("since")).contains(Instant.parse("2026-11-24T11:00:00.123Z"));
    assertThat(filters.exactTime("since"))
        .contains(Instant.parse("2026-11-24T11:00:00.123456789Z"));
    assertThat(filters.parsed("zone", 4, FiltersTest::zone, "must be a zone"))
        .contains(ZoneOffset.UTC);
    assertThat(filters.text("empty", 4)).isEmpty();
    assertThat(filters.flag("absent")).isEmpty();
    filters.throwIfInvalid();
    assertThat(filters.applied())
        .containsExactly(
            Map.entry("name", "true"),
            Map.entry("role", "firmware_manager"),
            Map.entry("beta", "false"),
            Map.entry("since", "2026-11-24T12:00:00.123456789+01:00"),
            Map.entry("zone", "Z"));
  }

  @Test
  void listsAllWrongOnesAtOnce() {
    Filters filters =
        new Filters(
            Map.of(
                "name", "long", "role", "boss", "beta", "yes", "since", "noon", "zone", "here",
                "limit", "0"));
    filters.text("name", 3);
    filters.choice("role", Role.class);
    filters.flag("beta");
    filters.time("since");
    filters.parsed("zone", 4, FiltersTest::zone, "must be a zone");
    filters.page();

    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, filters::throwIfInvalid);

    assertThat(refusal.problem().errors())
        .extracting(FieldError::field)
        .containsExactly("name", "role", "beta", "since", "zone", "limit");
    assertThat(filters.applied()).isEmpty();
  }

  private static Optional<ZoneOffset> zone(String text) {
    return text.equals("Z") ? Optional.of(ZoneOffset.UTC) : Optional.empty();
  }
}
