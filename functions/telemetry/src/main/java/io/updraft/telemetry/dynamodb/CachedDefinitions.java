package io.updraft.telemetry.dynamodb;

import static java.util.stream.Collectors.toMap;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Stamps;
import io.updraft.telemetry.domain.DataType;
import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.published.MetricTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Definitions that are kept for as long as none of their organization has changed, which one read
 * of its stamp tells; see {@link Stamps}. Thread-safe.
 *
 * <p>Costs one read unit a call, whatever the number of names, and for an organization without
 * definitions never more. After a change, each name costs two more, once. The stamp is read
 * consistently, though half the price would do for a change to be seen soon: a definition that was
 * deleted, or refuses what is out of range, must do so from the next call on.
 *
 * <p>What is read is kept under the stamp that was read before it. It may be newer than that stamp,
 * and is then read once too often; it is never older, because all names are read as they stand at
 * one moment, and not while a change is on its way.
 */
public final class CachedDefinitions implements Definitions, MetricTypes {
  /** A few MB, whatever organizations and names they are of. */
  static final int MOST_KEPT = 10_000;

  private final Dynamo dynamo;
  private final String table;
  private final Stamps stamps;
  private final RecentDefinitions recent;

  /**
   * Definitions on a client and a table.
   *
   * @param table name of the metrics table
   */
  public CachedDefinitions(Dynamo dynamo, String table) {
    this(dynamo, table, MOST_KEPT);
  }

  CachedDefinitions(Dynamo dynamo, String table, int mostKept) {
    this.dynamo = dynamo;
    this.table = table;
    this.stamps = MetricItems.stamps(table);
    this.recent = new RecentDefinitions(mostKept);
  }

  @Override
  public Map<String, MetricDefinition> of(String organization, Set<String> names) {
    return names.isEmpty()
        ? Map.of()
        : stamps
            .read(dynamo, organization)
            .map(stamp -> at(new RecentDefinitions.Moment(organization, stamp), names))
            .orElseGet(Map::of);
  }

  /** Of a deleted definition too: its name can be defined again with that type only. */
  @Override
  public Optional<Type> of(String organization, String name) {
    return Optional.ofNullable(of(organization, Set.of(name)).get(name))
        .map(definition -> type(definition.dataType()));
  }

  private static Type type(DataType dataType) {
    return new Type(dataType.name().toLowerCase(Locale.ROOT), values(dataType));
  }

  private static Values values(DataType dataType) {
    return switch (dataType) {
      case NUMERIC -> Values.NUMBERS;
      case BOOLEAN -> Values.FLAGS;
      case STRING, BINARY, TIMESTAMP -> Values.TEXTS;
      case JSON, GEOLOCATION -> Values.OBJECTS;
    };
  }

  @Override
  public long count(String organization) {
    return stamps.count(dynamo, organization);
  }

  private Map<String, MetricDefinition> at(RecentDefinitions.Moment moment, Set<String> names) {
    Map<String, Optional<MetricDefinition>> known = new HashMap<>(recent.known(moment, names));
    List<String> unknown = names.stream().filter(name -> !known.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      Map<String, Optional<MetricDefinition>> read = read(moment.organization(), unknown);
      recent.keep(moment, read);
      known.putAll(read);
    }
    return existing(known);
  }

  /** With an empty entry for each name without a definition, which is worth knowing too. */
  private Map<String, Optional<MetricDefinition>> read(String organization, List<String> names) {
    List<Key> keys = names.stream().map(name -> MetricItems.key(organization, name)).toList();
    Map<String, MetricDefinition> found =
        dynamo.getAllAtOnce(table, keys).stream()
            .map(MetricItems::read)
            .collect(toMap(MetricDefinition::name, Function.identity()));
    return names.stream()
        .collect(toMap(Function.identity(), name -> Optional.ofNullable(found.get(name))));
  }

  private static Map<String, MetricDefinition> existing(
      Map<String, Optional<MetricDefinition>> known) {
    return known.values().stream()
        .flatMap(Optional::stream)
        .collect(toMap(MetricDefinition::name, Function.identity()));
  }
}
