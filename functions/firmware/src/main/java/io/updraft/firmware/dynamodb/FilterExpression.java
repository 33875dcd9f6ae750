package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.firmware.domain.Shelf.Filter;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A filter of firmware as a filter expression: equality of each attribute that it names. */
record FilterExpression(Map<String, AttributeValue> wanted) {

  static FilterExpression of(Filter filter) {
    ItemBuilder wanted =
        Item.build()
            .text("device_model", filter.deviceModel())
            .text("manufacturer", filter.manufacturer())
            .text("name", filter.name())
            .flag("is_beta", filter.beta())
            .flag("is_security_update", filter.securityUpdate());
    if (filter.status() != null) {
      wanted.text("status", filter.status().wireName());
    }
    return new FilterExpression(wanted.attributes());
  }

  PartitionQuery appliedTo(PartitionQuery query) {
    if (wanted.isEmpty()) {
      return query;
    }
    String expression =
        wanted.keySet().stream()
            .map(name -> "#%s = :%s".formatted(name, name))
            .collect(Collectors.joining(" AND "));
    return query.filtered(expression, this::addValues);
  }

  private void addValues(ItemBuilder values) {
    Item item = new Item(wanted);
    for (Map.Entry<String, AttributeValue> entry : wanted.entrySet()) {
      String name = entry.getKey();
      if (entry.getValue().bool() != null) {
        values.flag(":" + name, item.flag(name));
      } else {
        values.text(":" + name, item.text(name));
      }
    }
  }
}
