package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoBookmarksTest {
  private static final Instant EVENT = Instant.parse("2026-03-01T10:00:00.123Z");

  private final DynamoBookmarks bookmarks;

  DynamoBookmarksTest(TestDatabase database) {
    bookmarks = new DynamoBookmarks(new Dynamo(database.client()), database.table("DevicesTable"));
  }

  @Test
  void findsWhatWasKeptLast() {
    bookmarks.keep("acme", "one", EVENT, "a#1");
    bookmarks.keep("acme", "one", EVENT, "b#2");

    assertThat(bookmarks.find("acme", "one", EVENT)).contains("b#2");
    assertThat(bookmarks.find("acme", "another", EVENT)).isEmpty();
    assertThat(bookmarks.find("globex", "one", EVENT)).isEmpty();
  }

  @Test
  void placeOfAnotherTimeIsNone() {
    bookmarks.keep("acme", "two", EVENT, "a#1");

    assertThat(bookmarks.find("acme", "two", EVENT.plusMillis(1))).isEmpty();
  }

  @Test
  void forgetsWhatWasKept() {
    bookmarks.keep("acme", "three#x", EVENT, "a#1");

    bookmarks.remove("acme", "three#x");
    bookmarks.remove("acme", "three#x");

    assertThat(bookmarks.find("acme", "three#x", EVENT)).isEmpty();
  }
}
