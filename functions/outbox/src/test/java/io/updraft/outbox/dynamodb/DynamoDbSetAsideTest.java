package io.updraft.outbox.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.outbox.Samples;
import io.updraft.outbox.domain.OutboxEvent;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class DynamoDbSetAsideTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final Dynamo dynamo;
  private final String table;
  private final DynamoDbSetAside setAside;

  DynamoDbSetAsideTest(TestDatabase database) {
    dynamo = new Dynamo(database.client());
    table = database.table("SetAsideTable");
    setAside = new DynamoDbSetAside(dynamo, table);
  }

  private Item kept(OutboxEvent event) {
    Key key = new Key(event.entity(), event.sequence());
    return dynamo.get(table, key, Reading.CONSISTENT).orElseThrow();
  }

  @Test
  void keepsTheWholeEventWithReasonAndTime() {
    OutboxEvent event = Samples.event("upd_1", 1);

    assertThat(setAside.keep(event, "too large", NOW)).isTrue();

    Item kept = kept(event);
    assertThat(kept.text("event")).isEqualTo(event.json());
    assertThat(kept.text("reason")).isEqualTo("too large");
    assertThat(kept.time("set_aside_at")).isEqualTo(NOW);
  }

  @Test
  void keepsTheLatestReasonOfARepeat() {
    OutboxEvent event = Samples.event("upd_2", 1);
    setAside.keep(event, "first", NOW);

    assertThat(setAside.keep(event, "second", NOW)).isTrue();

    assertThat(kept(event).text("reason")).isEqualTo("second");
  }

  @Test
  void cutsAnEndlessReason() {
    OutboxEvent event = Samples.event("upd_3", 1);

    assertThat(setAside.keep(event, "x".repeat(10_000), NOW)).isTrue();

    assertThat(kept(event).text("reason")).hasSize(500);
  }

  @Test
  void saysWhenItCannotKeep() {
    DynamoDbSetAside nowhere = new DynamoDbSetAside(dynamo, "no-such-table");

    assertThat(nowhere.keep(Samples.event("upd_4", 1), "too large", NOW)).isFalse();
  }
}
