package io.updraft.telemetry.metric;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.events.Envelope;
import io.updraft.telemetry.domain.MetricDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Definitions in memory, for the tests of use cases. */
public final class InMemoryDefinitions implements MetricDefinitions {
  /** Bytes of UTF-8 sort as code points do, other than the characters of Java. */
  private static final Comparator<String> BY_CODE_POINTS =
      Comparator.comparing(name -> name.getBytes(UTF_8), Arrays::compareUnsigned);

  private record Place(String organization, String name) {}

  private final Map<Place, MetricDefinition> definitions = new HashMap<>();
  private final List<Envelope> events = new ArrayList<>();
  private int overtaking;

  /** Lets somebody else be first at the next so many writes. */
  public void overtake(int writes) {
    overtaking = writes;
  }

  /** What was announced, in order. */
  public List<Envelope> events() {
    return List.copyOf(events);
  }

  @Override
  public Optional<MetricDefinition> find(String organization, String name) {
    return Optional.ofNullable(definitions.get(new Place(organization, name)));
  }

  @Override
  public Stored commit(Change change) {
    MetricDefinition after = change.after();
    Place place = new Place(after.organization(), after.name());
    if (overtaking-- > 0 || !Objects.equals(definitions.get(place), change.before())) {
      return Stored.OVERTAKEN;
    }
    definitions.put(place, after);
    events.add(change.event());
    return Stored.DONE;
  }

  @Override
  public List<MetricDefinition> browse(String organization, @Nullable String after, int limit) {
    return definitions.values().stream()
        .filter(d -> d.organization().equals(organization))
        .filter(d -> after == null || BY_CODE_POINTS.compare(d.name(), after) > 0)
        .sorted(Comparator.comparing(MetricDefinition::name, BY_CODE_POINTS))
        .limit(limit)
        .toList();
  }
}
