package io.updraft.outbox.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.outbox.domain.OutboxPages.Page;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoDbOutboxPagesTest {
  private static final Instant BEFORE_ALL = Samples.COMMITTED.minusSeconds(3_600);

  private final TestDatabase database;
  private final String table;

  DynamoDbOutboxPagesTest(TestDatabase database) {
    this.database = database;
    this.table = database.table("OutboxTable");
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  private void write(String update, long sequence, Instant committed) {
    new Dynamo(database.client())
        .write(new Outbox(table).write(Samples.envelope(update, sequence, committed)));
  }

  private List<OutboxEvent> readAll(Instant since, int pageSize) {
    DynamoDbOutboxPages pages = new DynamoDbOutboxPages(database.client(), table, pageSize);
    List<OutboxEvent> events = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page page = pages.read(since, cursor);
      events.addAll(page.events());
      cursor = page.cursor();
    } while (cursor != null);
    return events;
  }

  @Test
  void readsEveryEventOnceAndEachEntityInOrderOverPages() {
    for (int sequence = 12; sequence >= 1; sequence--) {
      for (int update = 0; update < 3; update++) {
        write("upd_" + update, sequence, Samples.COMMITTED);
      }
    }

    List<OutboxEvent> events = readAll(BEFORE_ALL, 5);

    assertThat(events).hasSize(36).doesNotHaveDuplicates();
    for (int update = 0; update < 3; update++) {
      String entity = "acme#upd_" + update;
      assertThat(events.stream().filter(e -> e.entity().equals(entity)).map(OutboxEvent::sequence))
          .isSorted();
    }
  }

  @Test
  void givesTheEventAsItWasWritten() {
    write("upd_1", 1, Samples.COMMITTED);

    assertThat(readAll(BEFORE_ALL, 10)).containsExactly(Samples.event("upd_1", 1));
  }

  @Test
  void leavesOutWhatWasCommittedBefore() {
    Instant noon = Instant.parse("2026-11-24T12:00:00Z");
    write("upd_1", 1, noon.minusSeconds(1));
    write("upd_1", 2, noon);
    write("upd_2", 1, noon.plusSeconds(1));

    assertThat(readAll(noon, 2).stream().map(OutboxEvent::json))
        .containsExactlyInAnyOrder(
            Samples.entry(Samples.envelope("upd_1", 2, noon)).json(),
            Samples.entry(Samples.envelope("upd_2", 1, noon.plusSeconds(1))).json());
  }

  @Test
  void refusesACursorThatIsNone() {
    DynamoDbOutboxPages pages = new DynamoDbOutboxPages(database.client(), table, 10);

    assertThatThrownBy(() -> pages.read(BEFORE_ALL, "bm9uZQ"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pages.read(BEFORE_ALL, "*"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
