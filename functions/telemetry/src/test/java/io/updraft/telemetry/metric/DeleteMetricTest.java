package io.updraft.telemetry.metric;

import static io.updraft.telemetry.metric.Samples.ANN;
import static io.updraft.telemetry.metric.Samples.BOB;
import static io.updraft.telemetry.metric.Samples.ORG;
import static io.updraft.telemetry.metric.Samples.TEMPERATURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.events.MetricDeleted;
import io.updraft.telemetry.domain.MetricDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteMetricTest {
  private final InMemoryDefinitions definitions = new InMemoryDefinitions();
  private final DeleteMetric deleteMetric = new DeleteMetric(definitions, Samples.ids());

  @BeforeEach
  void define() {
    new DefineMetric(definitions, Samples.ids()).define("temperature", TEMPERATURE, ANN);
  }

  @Test
  void marksTheDefinition() {
    assertThat(deleteMetric.delete("temperature", BOB)).isEqualTo(DeleteOutcome.DELETED);

    assertThat(stored().deleted()).isTrue();
    assertThat(Terms.of(stored())).isEqualTo(TEMPERATURE);
    assertThat(stored().createdBy()).isEqualTo("ann");
    assertThat(stored().updatedAt()).isEqualTo(BOB.at());
    assertThat(new ShowMetric(definitions).show(ORG, "temperature")).isEmpty();
  }

  @Test
  void announcesItOnce() {
    deleteMetric.delete("temperature", BOB);

    assertThat(deleteMetric.delete("temperature", BOB)).isEqualTo(DeleteOutcome.DELETED);
    assertThat(definitions.events()).hasSize(2);
    assertThat(definitions.events().getLast().data())
        .isEqualTo(new MetricDeleted("met_1", "temperature", "bob", BOB.at()));
    assertThat(definitions.events().getLast().sequence()).hasValue(2);
  }

  @Test
  void findsNoUnknownOne() {
    assertThat(deleteMetric.delete("humidity", BOB)).isEqualTo(DeleteOutcome.NOT_FOUND);
  }

  @Test
  void decidesAnewWhenOvertaken() {
    definitions.overtake(Attempts.MOST);
    assertThat(deleteMetric.delete("temperature", BOB)).isEqualTo(DeleteOutcome.CONTENDED);
    assertThat(stored().deleted()).isFalse();

    definitions.overtake(1);
    assertThat(deleteMetric.delete("temperature", BOB)).isEqualTo(DeleteOutcome.DELETED);
  }

  private MetricDefinition stored() {
    return definitions.find(ORG, "temperature").orElseThrow();
  }
}
