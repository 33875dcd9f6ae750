package io.updraft.telemetry.metric;

import static io.updraft.telemetry.metric.Samples.ANN;
import static io.updraft.telemetry.metric.Samples.ORG;
import static io.updraft.telemetry.metric.Samples.TEMPERATURE;
import static io.updraft.telemetry.metric.Samples.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.http.Selection;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListMetricsTest {
  private static final int DEFINED = 2_500;
  private static final Filter ALL = new Filter(null, null);
  private static final Filter TEXTS = new Filter(DataType.STRING, null);

  private final InMemoryDefinitions definitions = new InMemoryDefinitions();
  private final ListMetrics listMetrics = new ListMetrics(definitions);

  /** Every hundredth is a text. */
  @BeforeEach
  void define() {
    Changes changes = new Changes(Samples.ids());
    IntStream.range(0, DEFINED)
        .mapToObj(i -> changes.first(name(i), i % 100 == 0 ? TEXT : TEMPERATURE, ANN))
        .forEach(definitions::commit);
  }

  @Test
  void givesEachOnce() {
    assertThat(walk(ALL, 170, 0)).hasSize(DEFINED).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void fillsThePage() {
    assertThat(list(ALL, 0, 170).items()).hasSize(170);
    assertThat(list(TEXTS, 0, 4).items()).hasSize(4);
  }

  @Test
  void saysTheEnd() {
    assertThat(list(ALL, DEFINED - 5, 5).next()).isNull();
    assertThat(list(ALL, DEFINED - 5, 4).next()).isNotNull();
    assertThat(list(ALL, DEFINED, 5)).isEqualTo(new Selected<>(List.of(), null));
  }

  @Test
  void saysTheEndAlsoBeforeWhatIsDeleted() {
    List.of(name(DEFINED - 1), name(DEFINED - 2))
        .forEach(name -> new DeleteMetric(definitions, Samples.ids()).delete(name, ANN));

    assertThat(list(ALL, DEFINED - 7, 5).next()).isNull();
    assertThat(list(ALL, DEFINED - 7, 4).next()).isNotNull();
  }

  @Test
  void leavesOutAsManyAsTheOffsetSays() {
    assertThat(names(list(ALL, 2_000, 3))).containsExactly(name(2_000), name(2_001), name(2_002));
  }

  @Test
  void showsNoneThatIsDeleted() {
    new DeleteMetric(definitions, Samples.ids()).delete(name(1), ANN);

    assertThat(names(list(ALL, 0, 3))).containsExactly(name(0), name(2), name(3));
  }

  @Test
  void isShortWhereFewMatchAndGoesOn() {
    Selected<MetricDefinition> first = list(TEXTS, 0, 50);

    assertThat(first.items()).hasSize(Selection.MOST_READ / 100);
    assertThat(first.next()).isNotNull();
    assertThat(walk(TEXTS, 50, 0)).hasSize(DEFINED / 100);
  }

  @Test
  void carriesAnOffsetThatOnePageCantReach() {
    assertThat(walk(TEXTS, 50, 20)).containsExactlyElementsOf(walk(TEXTS, 50, 0).subList(20, 25));
  }

  private List<String> walk(Filter filter, int limit, int skip) {
    List<String> names = new ArrayList<>();
    Start start = new Start(null, skip);
    while (start != null) {
      Selected<MetricDefinition> listed = listMetrics.list(ORG, filter, start, limit);
      assertThat(listed.items()).hasSizeLessThanOrEqualTo(limit);
      names.addAll(names(listed));
      start = listed.next();
    }
    return names;
  }

  private Selected<MetricDefinition> list(Filter filter, int skip, int limit) {
    return listMetrics.list(ORG, filter, new Start(null, skip), limit);
  }

  private static List<String> names(Selected<MetricDefinition> listed) {
    return listed.items().stream().map(MetricDefinition::name).toList();
  }

  private static String name(int i) {
    return "metric-%04d".formatted(i);
  }
}
