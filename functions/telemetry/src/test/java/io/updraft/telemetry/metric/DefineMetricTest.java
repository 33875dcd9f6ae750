package io.updraft.telemetry.metric;

import static io.updraft.telemetry.metric.Samples.ANN;
import static io.updraft.telemetry.metric.Samples.BOB;
import static io.updraft.telemetry.metric.Samples.ORG;
import static io.updraft.telemetry.metric.Samples.TEMPERATURE;
import static io.updraft.telemetry.metric.Samples.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.events.Envelope;
import io.updraft.events.MetricDefined;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import org.junit.jupiter.api.Test;

class DefineMetricTest {
  private static final Terms WITHOUT_BOUNDS =
      new Terms(DataType.NUMERIC, MetricType.COUNTER, null, "°C", null, null, 365, 300, true);

  private final InMemoryDefinitions definitions = new InMemoryDefinitions();
  private final DefineMetric defineMetric = new DefineMetric(definitions, Samples.ids());

  @Test
  void definesAMetric() {
    DefineOutcome outcome = defineMetric.define("temperature", TEMPERATURE, ANN);

    assertThat(outcome).isEqualTo(new DefineOutcome.Defined(stored()));
    assertThat(Terms.of(stored())).isEqualTo(TEMPERATURE);
    assertThat(stored().metricId()).isEqualTo("met_1");
    assertThat(stored().createdBy()).isEqualTo("ann");
    assertThat(stored().createdAt()).isEqualTo(ANN.at());
    assertThat(stored().updatedAt()).isEqualTo(ANN.at());
    assertThat(stored().version()).isEqualTo(1);
    assertThat(stored().deleted()).isFalse();
  }

  @Test
  void announcesIt() {
    defineMetric.define("temperature", TEMPERATURE, ANN);

    assertThat(definitions.events()).hasSize(1);
    Envelope event = definitions.events().getFirst();
    assertThat(event.data())
        .isEqualTo(
            new MetricDefined("met_1", "temperature", "numeric", "gauge", "°C", "ann", ANN.at()));
    assertThat(event.organizationId()).contains(ORG);
    assertThat(event.correlationId()).contains("request-1");
    assertThat(event.sequence()).hasValue(1);
  }

  @Test
  void answersTheSameAgainWithTheOneThatExists() {
    defineMetric.define("temperature", TEMPERATURE, ANN);
    MetricDefinition first = stored();

    assertThat(defineMetric.define("temperature", TEMPERATURE, BOB))
        .isEqualTo(new DefineOutcome.Existed(first));
    assertThat(stored()).isEqualTo(first);
    assertThat(definitions.events()).hasSize(1);
  }

  @Test
  void takesZeroAndItsNegativeForTheSameBound() {
    defineMetric.define("temperature", above(0.0), ANN);

    assertThat(defineMetric.define("temperature", above(-0.0), BOB))
        .isInstanceOf(DefineOutcome.Existed.class);
  }

  @Test
  void refusesAnotherDefinitionOfTheName() {
    defineMetric.define("temperature", TEMPERATURE, ANN);
    MetricDefinition first = stored();

    assertThat(defineMetric.define("temperature", WITHOUT_BOUNDS, BOB))
        .isEqualTo(new DefineOutcome.Taken());
    assertThat(defineMetric.define("temperature", TEXT, BOB)).isEqualTo(new DefineOutcome.Taken());
    assertThat(stored()).isEqualTo(first);
    assertThat(definitions.events()).hasSize(1);
  }

  @Test
  void bringsADeletedOneBackUnderItsId() {
    deleted("temperature", TEMPERATURE);

    DefineOutcome outcome = defineMetric.define("temperature", WITHOUT_BOUNDS, BOB);

    assertThat(outcome).isEqualTo(new DefineOutcome.Defined(stored()));
    assertThat(Terms.of(stored())).isEqualTo(WITHOUT_BOUNDS);
    assertThat(stored().metricId()).isEqualTo("met_1");
    assertThat(stored().createdBy()).isEqualTo("bob");
    assertThat(stored().createdAt()).isEqualTo(BOB.at());
    assertThat(stored().deleted()).isFalse();
    assertThat(definitions.events().getLast().data()).isInstanceOf(MetricDefined.class);
    assertThat(definitions.events().getLast().sequence()).hasValue(3);
  }

  @Test
  void refusesAnotherTypeThanADeletedOneHad() {
    deleted("temperature", TEMPERATURE);

    assertThat(defineMetric.define("temperature", TEXT, BOB))
        .isEqualTo(new DefineOutcome.OtherType(DataType.NUMERIC));
    assertThat(stored().deleted()).isTrue();
  }

  @Test
  void knowsNoNamesOfOtherOrganizations() {
    definitions.commit(Samples.numericOf("other", "temperature"));

    assertThat(defineMetric.define("temperature", TEXT, ANN))
        .isInstanceOf(DefineOutcome.Defined.class);
  }

  @Test
  void decidesAnewWhenOvertaken() {
    definitions.overtake(Attempts.MOST - 1);
    assertThat(defineMetric.define("temperature", TEMPERATURE, ANN))
        .isInstanceOf(DefineOutcome.Defined.class);

    definitions.overtake(Attempts.MOST);
    assertThat(defineMetric.define("humidity", TEMPERATURE, ANN))
        .isEqualTo(new DefineOutcome.Contended());
    assertThat(definitions.find(ORG, "humidity")).isEmpty();
  }

  private static Terms above(double least) {
    return new Terms(DataType.NUMERIC, MetricType.GAUGE, null, null, least, null, 90, 60, false);
  }

  private void deleted(String name, Terms terms) {
    defineMetric.define(name, terms, ANN);
    new DeleteMetric(definitions, Samples.ids()).delete(name, ANN);
  }

  private MetricDefinition stored() {
    return definitions.find(ORG, "temperature").orElseThrow();
  }
}
