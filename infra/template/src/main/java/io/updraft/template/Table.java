package io.updraft.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param id its logical id
 * @param name its name where the application runs
 * @param attributes type ({@code S}, {@code N} or {@code B}) of each attribute in a key
 * @param streamView view type of its stream, if it has one
 * @param expiryAttribute attribute with the time in epoch seconds at which an item expires
 */
public record Table(
    String id,
    String name,
    Map<String, String> attributes,
    Key key,
    List<Index> indexes,
    Optional<String> streamView,
    Optional<String> expiryAttribute) {
  public Table {
    attributes = Ordered.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /** The same table, without a stream. */
  public Table withoutStream() {
    return new Table(id, name, attributes, key, indexes, Optional.empty(), expiryAttribute);
  }

  /** Attributes of a primary key. */
  public record Key(String partition, Optional<String> sort) {}

  /**
   * A global secondary index.
   *
   * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
   * @param included attributes of an {@code INCLUDE} projection
   */
  public record Index(String name, Key key, String projection, List<String> included) {
    public Index {
      included = List.copyOf(included);
    }
  }
}
