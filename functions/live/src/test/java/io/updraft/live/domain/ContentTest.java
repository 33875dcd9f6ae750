package io.updraft.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentTest {
  @Test
  void keepsTheLatestPointOfEachSeries() {
    Point late = Samples.point("d1", "t1", 5, 5);
    Point other = Samples.point("d1", "t2", 0, 7);
    Point tagged = Samples.point("d1", "t1", 1, 8, Map.of("room", "7"));
    Point elsewhere = Samples.point("d2", "t1", 0, 9);

    Content content =
        Content.merged(
            List.of(
                Content.of(List.of(Samples.point("d1", "t1", 0, 1), late, other)),
                Content.of(List.of(Samples.point("d1", "t1", 3, 3), tagged, elsewhere))));

    assertThat(content.points()).containsExactlyInAnyOrder(late, other, tagged, elsewhere);
  }

  /** The same time again replaces the value, as in the store. */
  @Test
  void ofTwoWithTheSameTimeTheLaterOneWins() {
    Point again = Samples.point("d1", "t1", 0, 2);

    assertThat(Content.of(List.of(Samples.point("d1", "t1", 0, 1), again)).points())
        .containsExactly(again);
  }

  @Test
  void keepsAllAlertsInOrder() {
    Alert first = Samples.alert("d1", "t1");
    Alert second = Samples.alert("d1", "t1");

    Content content =
        Content.merged(
            List.of(
                new Content(List.of(), List.of(first)), new Content(List.of(), List.of(second))));

    assertThat(content.alerts()).containsExactly(first, second);
  }
}
