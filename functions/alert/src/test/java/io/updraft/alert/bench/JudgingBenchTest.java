package io.updraft.alert.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.bench.JudgingBench.Points;
import io.updraft.alert.domain.RuleIndex;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured has to be what the figures say. */
class JudgingBenchTest {
  private static List<RuleIndex.Broken> broken(int rules, Points points) {
    JudgingBench bench = new JudgingBench();
    bench.rules = rules;
    bench.points = points;
    bench.prepare();
    return bench.broken();
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "10000, 100"})
  void onePointOfEachMetricBreaksAllRulesThatAreOnIt(int rules, int broken) {
    assertThat(broken(rules, Points.ONE_OF_A_HUNDRED_BREAKS))
        .hasSize(broken)
        .allSatisfy(each -> assertThat(each.breaches()).hasSize(1));
    assertThat(broken(rules, Points.NONE_BREAKS)).isEmpty();
  }
}
