package io.updraft.device.dynamodb;

import io.updraft.device.domain.Assignment;
import io.updraft.device.domain.Commands;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of an update's commands, beside the update and read with it. */
final class CommandsItem {
  private static final String COMMANDS = "COMMANDS";

  private CommandsItem() {}

  static Map<String, AttributeValue> write(Assignment of, Commands commands) {
    return Item.build()
        .text("pk", Key.join(of.organization(), of.updateId()))
        .text("sk", COMMANDS)
        .texts("before", commands.before())
        .texts("after", commands.after())
        .attributes();
  }

  static boolean is(Item item) {
    return item.text("sk").equals(COMMANDS);
  }

  static Commands read(Item item) {
    return new Commands(item.texts("before"), item.texts("after"));
  }
}
