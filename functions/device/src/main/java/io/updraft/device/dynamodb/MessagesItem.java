package io.updraft.device.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.device.domain.Message;
import io.updraft.device.domain.Messages;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The item of what a device said of an update, beside the update and read with it. It stays below 1
 * KB, so that it costs one write unit. A device is the only one that writes it, and speaks with one
 * voice: of two at once one may be lost.
 */
final class MessagesItem implements Messages {
  private static final String MESSAGES = "MESSAGES";

  /** With keys and names, 1 KB. */
  private static final int MOST_BYTES = 800;

  private final Dynamo dynamo;
  private final String table;

  MessagesItem(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  static boolean is(Item item) {
    return item.text("sk").equals(MESSAGES);
  }

  /** Each is kept as its time in epoch milliseconds, a blank, and the text. */
  static List<Message> read(Item item) {
    return item.texts("messages").stream().map(MessagesItem::message).toList();
  }

  private static Message message(String kept) {
    String[] parts = kept.split(" ", 2);
    return new Message(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
  }

  @Override
  public void add(String organization, String updateId, List<String> texts, Instant now) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(now.toEpochMilli() + " " + cut(text)));
    Collections.reverse(all);
    Key key = key(organization, updateId);
    item(key).ifPresent(item -> all.addAll(item.texts("messages")));
    var _ =
        dynamo.write(
            Guarded.put(
                table,
                Item.build()
                    .text("pk", key.pk())
                    .text("sk", key.sk())
                    .texts("messages", fitting(all))
                    .attributes()));
  }

  @Override
  public List<Message> of(String organization, String updateId) {
    return item(key(organization, updateId)).map(MessagesItem::read).orElse(List.of());
  }

  private Optional<Item> item(Key key) {
    return dynamo.get(table, key, Reading.CONSISTENT);
  }

  private static Key key(String organization, String updateId) {
    return new Key(Key.join(organization, updateId), MESSAGES);
  }

  private static String cut(String text) {
    int length = Math.min(text.length(), LONGEST);
    boolean inPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, inPair ? length - 1 : length);
  }

  private static List<String> fitting(List<String> all) {
    List<String> kept = new ArrayList<>();
    int bytes = 0;
    for (String message : all) {
      bytes += message.getBytes(UTF_8).length;
      if (kept.size() == MOST || bytes > MOST_BYTES) {
        break;
      }
      kept.add(message);
    }
    return kept;
  }
}
