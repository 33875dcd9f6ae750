package io.updraft.telemetry.metric;

import static io.updraft.telemetry.metric.Samples.ANN;
import static io.updraft.telemetry.metric.Samples.BOB;
import static io.updraft.telemetry.metric.Samples.ORG;
import static io.updraft.telemetry.metric.Samples.TEMPERATURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.events.MetricUpdated;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplaceMetricTest {
  private static final Terms OTHER =
      new Terms(DataType.NUMERIC, MetricType.COUNTER, null, "K", 0.0, null, 1, 3600, false);

  private final InMemoryDefinitions definitions = new InMemoryDefinitions();
  private final ReplaceMetric replaceMetric = new ReplaceMetric(definitions, Samples.ids());

  @BeforeEach
  void define() {
    new DefineMetric(definitions, Samples.ids()).define("temperature", TEMPERATURE, ANN);
  }

  @Test
  void replacesTheTerms() {
    ReplaceOutcome outcome = replaceMetric.replace("temperature", OTHER, BOB);

    assertThat(outcome).isEqualTo(new ReplaceOutcome.Replaced(stored()));
    assertThat(Terms.of(stored())).isEqualTo(OTHER);
    assertThat(stored().metricId()).isEqualTo("met_1");
    assertThat(stored().createdBy()).isEqualTo("ann");
    assertThat(stored().createdAt()).isEqualTo(ANN.at());
    assertThat(stored().updatedAt()).isEqualTo(BOB.at());
  }

  @Test
  void announcesIt() {
    replaceMetric.replace("temperature", OTHER, BOB);

    assertThat(definitions.events().getLast().data())
        .isEqualTo(new MetricUpdated("met_1", "temperature", "bob", BOB.at()));
    assertThat(definitions.events().getLast().sequence()).hasValue(2);
  }

  @Test
  void writesNothingWhereNothingChanges() {
    MetricDefinition before = stored();

    assertThat(replaceMetric.replace("temperature", TEMPERATURE, BOB))
        .isEqualTo(new ReplaceOutcome.Replaced(before));
    assertThat(stored()).isEqualTo(before);
    assertThat(definitions.events()).hasSize(1);
  }

  @Test
  void findsNeitherUnknownNorDeletedOnes() {
    new DeleteMetric(definitions, Samples.ids()).delete("temperature", ANN);

    assertThat(replaceMetric.replace("temperature", OTHER, BOB))
        .isEqualTo(new ReplaceOutcome.NotFound());
    assertThat(replaceMetric.replace("humidity", OTHER, BOB))
        .isEqualTo(new ReplaceOutcome.NotFound());
    assertThat(stored().deleted()).isTrue();
  }

  @Test
  void decidesAnewWhenOvertaken() {
    definitions.overtake(Attempts.MOST);
    assertThat(replaceMetric.replace("temperature", OTHER, BOB))
        .isEqualTo(new ReplaceOutcome.Contended());

    definitions.overtake(1);
    assertThat(replaceMetric.replace("temperature", OTHER, BOB))
        .isEqualTo(new ReplaceOutcome.Replaced(stored()));
  }

  private MetricDefinition stored() {
    return definitions.find(ORG, "temperature").orElseThrow();
  }
}
