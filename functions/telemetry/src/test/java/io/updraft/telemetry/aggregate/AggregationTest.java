package io.updraft.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AggregationTest {
  @Test
  void hasNamesInLowerCase() {
    assertThat(Arrays.stream(Aggregation.values()).map(Aggregation::wireName))
        .containsExactly("avg", "min", "max", "sum", "count", "first", "last", "rate");
  }

  @Test
  void isFoundByItsNameOnly() {
    assertThat(Aggregation.named("avg")).contains(Aggregation.AVG);
    assertThat(Aggregation.named("AVG")).isEmpty();
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
