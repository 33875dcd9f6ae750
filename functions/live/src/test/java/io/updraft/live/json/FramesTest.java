package io.updraft.live.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.live.domain.Content;
import io.updraft.live.domain.LiveMessage;
import io.updraft.live.domain.Point;
import io.updraft.live.domain.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FramesTest {
  @Test
  void aLonePointIsAMessageByItself() {
    assertThat(Frames.of(Content.of(List.of(Samples.point("d1", "t1", 0, 21.5)))))
        .containsExactly(
            """
            {"type":"point","device_id":"d1","metric_name":"t1",\
            "timestamp":"2026-01-31T08:15:00.123Z","value":21.5,"tags":{}}""");
  }

  @Test
  void severalPointsAreAList() {
    List<Point> points = List.of(Samples.point("d1", "t1", 0, 1), Samples.point("d1", "t2", 0, 2));

    assertThat(Frames.of(Content.of(points)))
        .containsExactly(
            "{\"type\":\"points\",\"data_points\":[%s,%s]}"
                .formatted(points.get(0).json(), points.get(1).json()));
  }

  @Test
  void anAlertSaysWhatHappened() {
    Content content = new Content(List.of(), List.of(Samples.alert("d1", "t1")));

    assertThat(Frames.of(content))
        .containsExactly(
            """
            {"type":"alert","event":"alert.triggered","device_id":"d1","metric_name":"t1"}""");
  }

  @Test
  void noMessageIsLargerThanOneThatIsPaidOnce() {
    List<Point> points =
        IntStream.range(0, 1_000).mapToObj(i -> Samples.point("d" + i, "t", 0, i)).toList();

    List<String> frames = Frames.of(Content.of(points));

    assertThat(frames).hasSizeBetween(2, 5);
    assertThat(frames)
        .allSatisfy(frame -> assertThat(frame.length()).isLessThanOrEqualTo(Frames.MOST_BYTES));
    assertThat(String.join("", frames).split("device_id", -1)).hasSize(1_001);
  }

  @Test
  void whatIsOnTheQueueIsReadAsItWasPut() {
    Point point = Samples.point("d1", "t1", 0, 1, Map.of("room", "7"));
    Content content = new Content(List.of(point), List.of(Samples.alert("d1", "t1")));
    String news =
        LiveJson.news("a\"b", List.of(point.json()), List.of(Samples.alert("d1", "t1").json()));
    LiveMessage.Flush flush =
        new LiveMessage.Flush("acme", Samples.id(1), Samples.NOW.plusMillis(7));

    assertThat(LiveJson.message(news)).isEqualTo(new LiveMessage.News("a\"b", content));
    assertThat(LiveJson.message(LiveJson.flush(flush))).isEqualTo(flush);
    assertThat(LiveJson.content(LiveJson.content(content))).isEqualTo(content);
  }
}
