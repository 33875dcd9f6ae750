package io.updraft.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
  private static final Map<String, String> ROOM = Map.of("room", "7", "floor", "2");

  private static Set<String> set(String text) {
    return text.equals("-") ? Set.of() : Set.of(text.split("\\+", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "d1,    -,       -,        true",
    "d1+d2, -,       -,        true",
    "d2,    -,       -,        false",
    "-,     t1,      -,        true",
    "-,     t2+t1,   -,        true",
    "-,     t2,      -,        false",
    "d1,    t1,      -,        true",
    "d1,    t2,      -,        false",
    "d2,    t1,      -,        false",
    "d1,    -,       room=7,   true",
    "d1,    -,       room=8,   false",
    "d1,    -,       rack=7,   false",
    "d1,    -,       room=7+floor=2, true",
    "d1,    -,       room=7+floor=3, false",
    "d2,    -,       room=7,   false",
  })
  void takesPointsThatMatchEverything(String devices, String metrics, String tags, boolean taken) {
    Map<String, String> wanted = new HashMap<>();
    set(tags).forEach(tag -> wanted.put(tag.split("=", -1)[0], tag.split("=", -1)[1]));
    Filters filters = new Filters(set(devices), set(metrics), wanted, true, true);

    assertThat(filters.take(Samples.point("d1", "t1", 0, 1, ROOM))).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "d1, -,  t1, true",
    "d2, -,  t1, false",
    "-,  t1, t1, true",
    "-,  t2, t1, false",
    "-,  t2, ,   true",
    "d2, t2, ,   false",
  })
  void takesAlertsByWhatTheyTell(String devices, String metrics, String metric, boolean taken) {
    Filters filters = new Filters(set(devices), set(metrics), Map.of("room", "7"), true, true);

    assertThat(filters.take(new Alert("d1", metric, "{}"))).isEqualTo(taken);
  }

  @Test
  void takesNothingThatIsNotWanted() {
    Filters alertsOnly = new Filters(Set.of("d1"), Set.of(), Map.of(), false, true);
    Filters pointsOnly = new Filters(Set.of("d1"), Set.of(), Map.of(), true, false);

    assertThat(alertsOnly.take(Samples.point("d1", "t1", 0, 1))).isFalse();
    assertThat(alertsOnly.take(Samples.alert("d1", "t1"))).isTrue();
    assertThat(pointsOnly.take(Samples.point("d1", "t1", 0, 1))).isTrue();
    assertThat(pointsOnly.take(Samples.alert("d1", "t1"))).isFalse();
  }
}
