package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.dynamodb.Commit.Committed;
import io.updraft.dynamodb.Commit.Refused;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.events.json.EventJson;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoDbServer.class)
class TransactionTest {
  private static final Key FIRST = new Key("acme#upd_1", "update");
  private static final Key SECOND = new Key("acme#upd_2", "update");

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String updates;
  private final Outbox outbox;

  TransactionTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.updates = database.table("UpdatesTable");
    this.outbox = new Outbox(database.table("OutboxTable"));
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  private static Map<String, AttributeValue> item(Key key) {
    return Item.build()
        .text("pk", key.pk())
        .text("sk", key.sk())
        .number("sequence", 1)
        .attributes();
  }

  private Guarded create(Key key) {
    return Guarded.create(updates, item(key));
  }

  private Optional<Item> stored(Key key) {
    return dynamo.get(updates, key, Reading.CONSISTENT);
  }

  private Optional<Item> announced(String update, int sequence) {
    Key key = new Key("acme#" + update, "%012d".formatted(sequence));
    return dynamo.get(database.table("OutboxTable"), key, Reading.CONSISTENT);
  }

  @Test
  void commitsStateAndEventTogether() {
    Transaction transaction =
        new Transaction().add("update", create(FIRST)).announce(outbox, Events.of("upd_1", 1));

    assertThat(dynamo.commit(transaction)).isEqualTo(new Committed());

    assertThat(stored(FIRST)).isPresent();
    Item event = announced("upd_1", 1).orElseThrow();
    assertThat(event.text("event")).isEqualTo(new EventJson().writeText(Events.of("upd_1", 1)));
    assertThat(event.number("expires_at"))
        .isEqualTo(Events.COMMITTED.plus(Outbox.KEPT).getEpochSecond());
  }

  @Test
  void writesNothingWhenASequenceNumberIsTaken() {
    dynamo.commit(new Transaction().announce(outbox, Events.of("upd_1", 1)));

    Commit second =
        dynamo.commit(
            new Transaction().add("update", create(FIRST)).announce(outbox, Events.of("upd_1", 1)));

    assertThat(second)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.parts()).containsExactly("event update.started"));
    assertThat(stored(FIRST)).isEmpty();
  }

  @Test
  void announcesNothingWhenTheStateIsRefused() {
    dynamo.write(create(FIRST));

    Commit second =
        dynamo.commit(
            new Transaction().add("update", create(FIRST)).announce(outbox, Events.of("upd_1", 1)));

    assertThat(second).isEqualTo(new Refused(Map.of("update", new Item(item(FIRST)))));
    assertThat(announced("upd_1", 1)).isEmpty();
  }

  @Test
  void namesEveryPartWhoseConditionFailed() {
    dynamo.write(create(FIRST));
    Guarded gone = Guarded.check(updates, new Key("acme#x", "x"), "attribute_exists(pk)");

    Commit commit =
        dynamo.commit(
            new Transaction()
                .add("first", create(FIRST))
                .add("second", create(SECOND))
                .add("gone", gone));

    assertThat(commit)
        .isEqualTo(new Refused(Map.of("first", new Item(item(FIRST)), "gone", new Item(Map.of()))));
    assertThat(stored(SECOND)).isEmpty();
  }

  @Test
  void checksWithoutWriting() {
    dynamo.write(create(FIRST));
    Guarded check =
        Guarded.check(updates, FIRST, "#sequence = :expected").with(v -> v.number(":expected", 1));

    assertThat(dynamo.commit(new Transaction().add("check", check).add("new", create(SECOND))))
        .isEqualTo(new Committed());
    assertThat(stored(FIRST)).contains(new Item(item(FIRST)));
  }

  @Test
  void deletesAndUpdatesInOneCommit() {
    dynamo.write(create(FIRST));
    dynamo.write(create(SECOND));
    Transaction transaction =
        new Transaction()
            .add("delete", Guarded.delete(updates, FIRST).when("attribute_exists(pk)"))
            .include(
                new Transaction()
                    .add(
                        "update",
                        Guarded.update(updates, SECOND, "ADD #sequence :one")
                            .with(v -> v.number(":one", 1))));

    assertThat(transaction.size()).isEqualTo(2);
    assertThat(dynamo.commit(transaction)).isEqualTo(new Committed());

    assertThat(stored(FIRST)).isEmpty();
    assertThat(stored(SECOND).orElseThrow().number("sequence")).isEqualTo(2);
  }

  @Test
  void givesOutItsOnlyWrite() {
    Transaction one = new Transaction().add("update", create(FIRST));

    assertThat(one.only()).isEqualTo(create(FIRST));
    assertThatThrownBy(() -> new Transaction().include(one).include(one).only())
        .isInstanceOf(IllegalStateException.class);
  }
}
