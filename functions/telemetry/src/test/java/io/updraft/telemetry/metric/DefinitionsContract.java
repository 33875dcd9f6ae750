package io.updraft.telemetry.metric;

import static io.updraft.telemetry.metric.Samples.ANN;
import static io.updraft.telemetry.metric.Samples.BOB;
import static io.updraft.telemetry.metric.Samples.ORG;
import static io.updraft.telemetry.metric.Samples.TEMPERATURE;
import static io.updraft.telemetry.metric.Samples.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.MetricType;
import io.updraft.telemetry.metric.MetricDefinitions.Stored;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of definitions does. */
public abstract class DefinitionsContract {
  private static final Terms EXTREME =
      new Terms(
          DataType.NUMERIC,
          MetricType.SUMMARY,
          "",
          "%",
          -Double.MAX_VALUE,
          Double.MIN_VALUE,
          1,
          86_400,
          false);

  private final Changes changes = new Changes(MetricIds.random());

  protected abstract MetricDefinitions definitions();

  @Test
  void findsWhatWasDefined() {
    for (Terms terms : List.of(TEMPERATURE, TEXT, EXTREME)) {
      Change first = changes.first("metric-" + terms.aggregationInterval(), terms, ANN);

      assertThat(definitions().commit(first)).isEqualTo(Stored.DONE);

      assertThat(definitions().find(ORG, first.after().name())).contains(first.after());
    }
    assertThat(definitions().find(ORG, "metric")).isEmpty();
    assertThat(definitions().find("other", "metric-60")).isEmpty();
  }

  @Test
  void definesANameOnce() {
    Change first = changes.first("temperature", TEMPERATURE, ANN);
    definitions().commit(first);

    assertThat(definitions().commit(changes.first("temperature", TEXT, BOB)))
        .isEqualTo(Stored.OVERTAKEN);
    assertThat(definitions().find(ORG, "temperature")).contains(first.after());
  }

  @Test
  void changesWhatWasRead() {
    Change first = changes.first("temperature", TEMPERATURE, ANN);
    definitions().commit(first);
    Change deleted = changes.deleted(first.after(), BOB);
    Change again = changes.again(deleted.after(), TEMPERATURE, BOB);

    for (Change change : List.of(deleted, again)) {
      assertThat(definitions().commit(change)).isEqualTo(Stored.DONE);
      assertThat(definitions().find(ORG, "temperature")).contains(change.after());
    }
  }

  @Test
  void refusesAChangeOfSomethingElseThanWasRead() {
    Change first = changes.first("temperature", TEMPERATURE, ANN);
    definitions().commit(first);
    Change won = changes.replaced(first.after(), TEXT, ANN);
    definitions().commit(won);

    assertThat(definitions().commit(changes.deleted(first.after(), BOB)))
        .isEqualTo(Stored.OVERTAKEN);
    assertThat(definitions().find(ORG, "temperature")).contains(won.after());
  }

  @Test
  void refusesAChangeOfWhatIsNotThere() {
    MetricDefinition never = changes.first("temperature", TEMPERATURE, ANN).after();

    assertThat(definitions().commit(changes.deleted(never, BOB))).isEqualTo(Stored.OVERTAKEN);
    assertThat(definitions().find(ORG, "temperature")).isEmpty();
  }

  @Test
  void browsesByName() {
    List<String> names = List.of("-a", "A", "a", "a.b", "z", "ä", "水", "ﬀ", "𐐀");
    names.reversed().forEach(this::define);
    definitions().commit(Samples.numericOf("other", "b"));
    definitions().commit(Samples.numericOf("orgs", "b"));

    assertThat(browse(2)).containsExactlyElementsOf(names);
    assertThat(browse(100)).containsExactlyElementsOf(names);
    assertThat(definitions().browse("nobody", null, 10)).isEmpty();
  }

  @Test
  void browsesOnFromANameThatIsNotThere() {
    List.of("a", "c").forEach(this::define);

    assertThat(definitions().browse(ORG, "b", 10))
        .extracting(MetricDefinition::name)
        .containsExactly("c");
  }

  @Test
  void browsesAlsoWhatIsDeleted() {
    Change first = changes.first("temperature", TEMPERATURE, ANN);
    definitions().commit(first);
    Change deleted = changes.deleted(first.after(), BOB);
    definitions().commit(deleted);

    assertThat(definitions().browse(ORG, null, 10)).containsExactly(deleted.after());
  }

  private void define(String name) {
    definitions().commit(changes.first(name, TEMPERATURE, ANN));
  }

  private List<String> browse(int limit) {
    List<String> names = new ArrayList<>();
    List<MetricDefinition> batch;
    do {
      batch = definitions().browse(ORG, names.isEmpty() ? null : names.getLast(), limit);
      batch.forEach(definition -> names.add(definition.name()));
    } while (batch.size() == limit);
    return names;
  }
}
