package io.updraft.outbox.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.outbox.domain.DeadLetters;
import io.updraft.outbox.domain.Letterhead;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;

/**
 * Dead letters in the table of what is set aside, under {@code pk} = {@code #consumed#} and stream:
 * no organization's id begins with {@code #}, so that they never meet what could not be published.
 * {@code sk} = when the stream got it, and its number there, which alone would come again where
 * somebody makes the stream anew.
 *
 * <p>{@code event} is the message as text, {@code event_bytes} where it is not UTF-8, either cut
 * where it is larger than an item can hold; {@code event_size} tells how many bytes it had.
 */
public final class DynamoDbDeadLetters implements DeadLetters {
  /** Leaves room in the 400 KB of an item. */
  private static final int MOST_BYTES = 256 * 1024;

  private static final int LONGEST_REASON = 500;

  private final Dynamo dynamo;
  private final String table;
  private final Clock clock;

  public DynamoDbDeadLetters(Dynamo dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void keep(Letterhead letterhead, byte[] body, String reason) {
    ItemBuilder item =
        Item.build()
            .text("pk", Key.join("", "consumed", letterhead.stream()))
            .text("sk", sortKey(letterhead))
            .text("subject", letterhead.subject())
            .number("event_size", body.length)
            .text("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
            .time("set_aside_at", clock.instant());
    addBody(item, cut(body));
    dynamo.write(Guarded.put(table, item.attributes()));
  }

  private static String sortKey(Letterhead letterhead) {
    return Key.join(
        ItemBuilder.sortable(letterhead.storedAt()), "%020d".formatted(letterhead.sequence()));
  }

  private static void addBody(ItemBuilder item, byte[] body) {
    try {
      item.text(
          "event", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      item.bytes("event_bytes", body);
    }
  }

  /** Not within a character: what begins with the bits 10 continues one. */
  private static byte[] cut(byte[] body) {
    int length = Math.min(body.length, MOST_BYTES);
    while (length > 0 && length < body.length && (body[length] & 0xC0) == 0x80) {
      length--;
    }
    return Arrays.copyOf(body, length);
  }
}
