package io.updraft.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ApartTest {
  private static final long TIME = 1_700_000_000_123_456_789L;
  private static final long MILLISECOND = 1_000_000;

  @Test
  void leavesTimesWhereNothingCollides() {
    List<Item> items =
        List.of(
            item("a", TIME, Map.of("cpu", "0")),
            item("a", TIME + 1, Map.of("cpu", "1")),
            item("b", TIME, Map.of("cpu", "1")));

    assertThat(Apart.inTime(items)).isEqualTo(items);
  }

  @Test
  void theSameSeriesStaysOne() {
    List<Item> items = List.of(item("a", TIME, Map.of()), item("a", TIME, Map.of()));

    assertThat(Apart.inTime(items)).isEqualTo(items);
  }

  @Test
  void whatCannotBeMovedStays() {
    List<Item> items =
        List.of(
            item("a", Long.MAX_VALUE, Map.of()),
            item("a", Long.MAX_VALUE, Map.of("cpu", "1")),
            new Item(0, "x", Addressee.UNKNOWN, new Offered.Wrong("", "is bad")));

    assertThat(Apart.inTime(items)).isEqualTo(items);
  }

  @Test
  void aSeriesHasItsPlaceWhateverComesWithIt() {
    Item cpu1 = item("a", TIME, Map.of("cpu", "1"));
    long withOne = time(Apart.inTime(List.of(cpu1, item("a", TIME, Map.of("cpu", "2")))).get(0));
    long withOther = time(Apart.inTime(List.of(item("a", TIME, Map.of("cpu", "3")), cpu1)).get(1));

    assertThat(withOne).isEqualTo(withOther).isBetween(TIME + 1, TIME + MILLISECOND - 1);
  }

  @RepeatedTest(30)
  void keepsAllSeriesWithinAMillisecondInAnyOrder(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Item> items = new ArrayList<>();
    int count = 2 + random.nextInt(3_000);
    for (int i = 0; i < count; i++) {
      items.add(item("a", TIME, Map.of("cpu", "cpu" + i, "state", "s" + i % 7)));
    }

    Map<Map<String, String>, Long> times = times(Apart.inTime(items));
    Collections.shuffle(items, random);

    assertThat(times(Apart.inTime(items))).isEqualTo(times);
    Set<Long> distinct = new HashSet<>(times.values());
    assertThat(distinct).hasSize(count);
    assertThat(distinct).allMatch(t -> t > TIME && t < TIME + MILLISECOND);
  }

  private static Map<Map<String, String>, Long> times(List<Item> items) {
    Map<Map<String, String>, Long> times = new HashMap<>();
    items.forEach(
        item ->
            times.put(((Offered.Point) item.offered()).point().circumstances().tags(), time(item)));
    return times;
  }

  private static long time(Item item) {
    return ((Offered.Point) item.offered()).point().time();
  }

  private static Item item(String metric, long time, Map<String, String> tags) {
    Offered offered = new Offer(metric, time, new Value.Whole(1), null, tags).judged();
    assertThat(offered).isInstanceOf(Offered.Point.class);
    DataPoint point = ((Offered.Point) offered).point();
    assertThat(point.time()).isEqualTo(time);
    return new Item(0, metric, Addressee.UNKNOWN, offered);
  }
}
