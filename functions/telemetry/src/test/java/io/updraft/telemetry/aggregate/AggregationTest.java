package io.updraft.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AggregationTest {
  @Test
  void hasNamesInLowerCase() {
    assertThat(Arrays.stream(Aggregation.values()).map(Aggregation::wireName))
        .containsExactly(
            "avg", "min", "max", "sum", "count", "first", "last", "rate", "median", "p95", "p99");
  }

  @Test
  void isFoundByItsNameOnly() {
    assertThat(Aggregation.named("p95")).contains(Aggregation.P95);
    assertThat(Aggregation.named("P95")).isEmpty();
    assertThat(Aggregation.named("mode")).isEmpty();
  }

  @Test
  void readsTextOnlyWhereItNeedsNoNumber() {
    assertThat(Aggregation.values())
        .filteredOn(aggregation -> aggregation.reads(Points.value("open")))
        .containsExactly(Aggregation.COUNT, Aggregation.FIRST, Aggregation.LAST);
    assertThat(Aggregation.values()).allMatch(a -> a.reads(Points.value(true)));
  }
}
