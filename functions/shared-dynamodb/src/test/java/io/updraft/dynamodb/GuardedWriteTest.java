package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.dynamodb.Commit.Committed;
import io.updraft.dynamodb.Commit.Refused;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoDbServer.class)
class GuardedWriteTest {
  private static final Key KEY = new Key("acme#dev-1", "device");

  private final TestDatabase database;
  private final Dynamo dynamo;
  private final String table;

  GuardedWriteTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.table = database.table("DevicesTable");
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  private static Map<String, AttributeValue> device(String status) {
    return Item.build()
        .text("pk", KEY.pk())
        .text("sk", KEY.sk())
        .text("status", status)
        .number("count", 1)
        .attributes();
  }

  private Guarded pause() {
    return Guarded.update(table, KEY, "SET #status = :paused ADD #count :one")
        .when("#status = :active")
        .with(v -> v.text(":paused", "paused").text(":active", "active").number(":one", 1));
  }

  private Item stored() {
    return dynamo.get(table, KEY, Reading.CONSISTENT).orElseThrow();
  }

  @Test
  void createsOnlyWhereNothingIs() {
    assertThat(dynamo.write(Guarded.create(table, device("active")))).isEqualTo(new Committed());

    Commit second = dynamo.write(Guarded.create(table, device("other")));

    assertThat(second).isEqualTo(new Refused(Map.of(Dynamo.ONLY, new Item(device("active")))));
    assertThat(stored().text("status")).isEqualTo("active");
  }

  @Test
  void putsOverWhatWasThere() {
    dynamo.write(Guarded.put(table, device("active")));
    dynamo.write(Guarded.put(table, device("other")));

    assertThat(stored()).isEqualTo(new Item(device("other")));
  }

  @Test
  void updatesAttributesWithReservedNames() {
    dynamo.write(Guarded.put(table, device("active")));

    assertThat(dynamo.write(pause())).isEqualTo(new Committed());

    assertThat(stored().text("status")).isEqualTo("paused");
    assertThat(stored().number("count")).isEqualTo(2);
  }

  @Test
  void refusesAnUpdateWithTheItemAsItIs() {
    dynamo.write(Guarded.put(table, device("retired")));

    assertThat(dynamo.write(pause()))
        .isEqualTo(new Refused(Map.of(Dynamo.ONLY, new Item(device("retired")))));
    assertThat(stored().number("count")).isEqualTo(1);
  }

  @Test
  void refusesAnUpdateOfNothingWithAnEmptyItem() {
    assertThat(dynamo.write(pause()))
        .isEqualTo(new Refused(Map.of(Dynamo.ONLY, new Item(Map.of()))));
  }

  @Test
  void deletesUnderItsCondition() {
    dynamo.write(Guarded.put(table, device("active")));
    Guarded delete =
        Guarded.delete(table, KEY)
            .when("#status = :retired")
            .with(v -> v.text(":retired", "retired"));

    assertThat(dynamo.write(delete)).isInstanceOf(Refused.class);
    assertThat(stored().text("status")).isEqualTo("active");

    dynamo.write(Guarded.put(table, device("retired")));
    assertThat(dynamo.write(delete)).isEqualTo(new Committed());
    assertThat(dynamo.get(table, KEY, Reading.CONSISTENT)).isEmpty();
  }

  @Test
  void checksOnlyInATransaction() {
    Guarded check = Guarded.check(table, KEY, "attribute_exists(pk)");

    assertThatThrownBy(() -> dynamo.write(check)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsWithTheFreshnessThatItPaysFor() {
    dynamo.write(Guarded.put(table, device("active")));
    database.consumed().reset();

    dynamo.get(table, KEY, Reading.EVENTUAL);
    assertThat(database.consumed().readUnits()).isEqualTo(0.5);

    dynamo.get(table, KEY, Reading.CONSISTENT);
    assertThat(database.consumed().readUnits()).isEqualTo(1.5);
  }
}
