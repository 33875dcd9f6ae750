package io.updraft.outbox.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A position in a scan as a text of letters, digits, {@code -} and {@code _}, which a shell can
 * carry without care. It needs no seal: whoever may invoke the function may read the whole outbox.
 */
final class ScanCursor {
  /** No sort key of the outbox holds it: those are digits. */
  private static final char DIVIDER = '/';

  private ScanCursor() {}

  static String of(Map<String, AttributeValue> key) {
    Item item = new Item(key);
    String text = item.text("pk") + DIVIDER + item.text("sk");
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static Map<String, AttributeValue> key(String cursor) {
    String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    int divider = text.lastIndexOf(DIVIDER);
    if (divider < 0) {
      throw new IllegalArgumentException("not a cursor: " + cursor);
    }
    return new Key(text.substring(0, divider), text.substring(divider + 1)).attributes();
  }
}
