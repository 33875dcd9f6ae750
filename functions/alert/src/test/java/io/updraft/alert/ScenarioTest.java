package io.updraft.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of scenarios on the evaluator alone; the system tests have it on the whole. */
class ScenarioTest {
  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void endsWithTheAlerts(Scenario scenario) {
    assertThat(new ScenarioBench().run(scenario))
        .containsExactlyInAnyOrderElementsOf(scenario.alerts());
  }

  @Test
  void eachHasANameOfItsOwn() {
    assertThat(scenarios())
        .hasSizeGreaterThan(40)
        .extracting(Scenario::name)
        .doesNotHaveDuplicates();
  }
}
