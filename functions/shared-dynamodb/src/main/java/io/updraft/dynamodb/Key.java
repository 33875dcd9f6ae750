package io.updraft.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item: every table of Updraft has the attributes {@code pk} and {@code sk}.
 */
public record Key(String pk, String sk) {
  /**
   * The parts joined by {@code #}; the organization comes first, and no part may hold a {@code #}.
   */
  public static String join(String... parts) {
    return String.join("#", parts);
  }

  public Map<String, AttributeValue> attributes() {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  static Key of(Map<String, AttributeValue> item) {
    return new Key(new Item(item).text("pk"), new Item(item).text("sk"));
  }
}
