package io.updraft.fleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Ledger ledger = new Ledger();

  private static Point point(int second, Object value) {
    return new Point("temperature", NOON.plusSeconds(second), value, "");
  }

  private static Batch batch(Point... points) {
    return new Batch("b", List.of(), List.of(points), Set.of());
  }

  private static Found found(Point... points) {
    ArrayNode page = MAPPER.createArrayNode();
    for (Point point : points) {
      page.add(MAPPER.valueToTree(point.fields()).<ObjectNode>deepCopy());
    }
    Found found = new Found();
    found.add(page);
    return found;
  }

  @Test
  void agreesWithWhatWasSent() {
    ledger.confirm(batch(point(0, 21.5), point(1, 22.0), point(2, "on"), point(3, true)));

    assertThat(
            ledger.differences(
                found(point(0, 21.50), point(1, 22), point(2, "on"), point(3, true)), NOON))
        .isEmpty();
    assertThat(ledger.size()).isEqualTo(4);
    assertThat(ledger.first()).isEqualTo(NOON);
    assertThat(ledger.last()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void wantsTheLastValueOfATime() {
    ledger.confirm(batch(point(0, 1), point(0, 2)));
    ledger.confirm(batch(point(0, 3)));

    assertThat(ledger.differences(found(point(0, 3)), NOON)).isEmpty();
    assertThat(ledger.differences(found(point(0, 2)), NOON))
        .containsExactly("temperature at 2026-03-01T12:00:00Z: 3 was sent, 2 is there");
  }

  @Test
  void tellsTextsFromNumbers() {
    ledger.confirm(batch(point(0, 1), point(1, true)));

    assertThat(ledger.differences(found(point(0, "1"), point(1, "true")), NOON)).hasSize(2);
  }

  @Test
  void tellsWhatIsMissing() {
    ledger.confirm(batch(point(0, 1), point(1, 2)));

    assertThat(ledger.differences(found(point(1, 2)), NOON))
        .containsExactly("temperature at 2026-03-01T12:00:00Z is missing: 1");
  }

  @Test
  void tellsWhatNobodySentUnlessAnotherRunMayHave() {
    ledger.confirm(batch(point(0, 1)));
    Found found = found(point(0, 1), point(-1, 5), point(1, 6));

    assertThat(ledger.differences(found, NOON))
        .containsExactly("temperature at 2026-03-01T12:00:01Z was never sent");
  }

  @Test
  void takesEitherValueWhereABatchHasNoAnswer() {
    ledger.confirm(batch(point(0, 1)));
    ledger.begin(batch(point(0, 2), point(1, 3)));

    assertThat(ledger.differences(found(point(0, 1)), NOON)).isEmpty();
    assertThat(ledger.differences(found(point(0, 2), point(1, 3)), NOON)).isEmpty();
    assertThat(ledger.differences(found(point(0, 4)), NOON)).hasSize(1);
  }
}
