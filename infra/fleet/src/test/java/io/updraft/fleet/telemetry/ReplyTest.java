package io.updraft.fleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.fleet.http.Answer;
import io.updraft.fleet.http.Json;
import io.updraft.fleet.http.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyTest {
  private static final Point POINT = new Point("m", Instant.EPOCH, 1, "");

  private static Answer answer(int status, String body) {
    return new Answer(status, Json.lenient(body), Duration.ZERO);
  }

  @Test
  void readsWhatWasKeptAndWhatNot() {
    Reply reply =
        Reply.of(answer(200, "{\"ingested_count\": 2, \"errors\": [{\"index\": 1}]}"), "dev-1");

    assertThat(reply).isEqualTo(new Reply(2, Set.of(1)));
  }

  @Test
  void readsARefusalOfEveryPoint() {
    String body =
        "{\"errors\": [{\"field\": \"data_points[0].value\"}, {\"field\": \"data_points[12]\"}]}";

    assertThat(Reply.of(answer(422, body), "dev-1")).isEqualTo(new Reply(0, Set.of(0, 12)));
  }

  @Test
  void doesNotTakeARefusalOfTheBodyForOneOfPoints() {
    String body = "{\"errors\": [{\"field\": \"batch_id\"}]}";

    assertThatThrownBy(() -> Reply.of(answer(422, body), "dev-1"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("dev-1")
        .hasMessageContaining("batch_id");
    assertThatThrownBy(() -> Reply.of(answer(403, "{}"), "dev-1")).isInstanceOf(Refused.class);
  }

  @Test
  void suitsOnlyWhereTheBadPointsWereRefused() {
    Batch batch = new Batch("b", List.of(Map.of(), Map.of()), List.of(POINT), Set.of(1));

    assertThat(new Reply(1, Set.of(1)).suits(batch)).isTrue();
    assertThat(new Reply(1, Set.of(0)).suits(batch)).isFalse();
    assertThat(new Reply(2, Set.of()).suits(batch)).isFalse();
  }
}
