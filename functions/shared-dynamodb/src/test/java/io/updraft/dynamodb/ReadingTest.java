package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoDbServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReadingTest {
  private static final int STORED = 250;

  private final Dynamo dynamo;
  private final String table;

  ReadingTest(TestDatabase database) {
    dynamo = new Dynamo(database.client());
    table = database.table("DevicesTable");
  }

  @BeforeAll
  void store() {
    for (int i = 0; i < STORED; i++) {
      dynamo.write(
          Guarded.put(
              table,
              Item.build()
                  .text("pk", "acme")
                  .text("sk", key(i).sk())
                  .number("size", i % 10)
                  .attributes()));
    }
  }

  private static Key key(int number) {
    return new Key("acme", "dev-%03d".formatted(number));
  }

  private PartitionQuery devices() {
    return PartitionQuery.of(table, "pk = :pk", v -> v.text(":pk", "acme"));
  }

  private List<String> readAll(PartitionQuery query) {
    List<String> read = new ArrayList<>();
    @Nullable Map<String, AttributeValue> last = null;
    do {
      ItemPage page = dynamo.query(query.after(last));
      page.items().forEach(item -> read.add(item.text("sk")));
      last = page.last();
    } while (last != null);
    return read;
  }

  private static List<String> names(IntStream numbers) {
    return numbers.mapToObj(i -> key(i).sk()).toList();
  }

  @Test
  void getsManyInTheOrderOfTheKeysWithoutThoseThatAreNotThere() {
    List<Key> keys =
        IntStream.iterate(STORED + 20, i -> i >= 0, i -> i - 1).mapToObj(ReadingTest::key).toList();

    List<Item> items = dynamo.getAll(table, keys, Reading.CONSISTENT);

    assertThat(items.stream().map(item -> item.text("sk")))
        .containsExactlyElementsOf(names(IntStream.iterate(STORED - 1, i -> i >= 0, i -> i - 1)));
  }

  @Test
  void getsAnItemOncePerKeyThatNamesIt() {
    assertThat(dynamo.getAll(table, List.of(key(1), key(2), key(1)), Reading.EVENTUAL)).hasSize(3);
    assertThat(dynamo.getAll(table, List.of(), Reading.EVENTUAL)).isEmpty();
  }

  @Test
  void getsManyAtOnceInTheOrderOfTheKeysWithoutThoseThatAreNotThere() {
    List<Key> keys =
        IntStream.iterate(STORED + 20, i -> i >= 0, i -> i - 1).mapToObj(ReadingTest::key).toList();

    List<Item> items = dynamo.getAllAtOnce(table, keys);

    assertThat(items.stream().map(item -> item.text("sk")))
        .containsExactlyElementsOf(names(IntStream.iterate(STORED - 1, i -> i >= 0, i -> i - 1)));
    assertThat(dynamo.getAllAtOnce(table, List.of())).isEmpty();
  }

  @Test
  void readsAPartitionPageByPage() {
    assertThat(readAll(devices().limited(70)))
        .containsExactlyElementsOf(names(IntStream.range(0, STORED)));
  }

  @Test
  void readsAtMostAHundredUnlessToldOtherwise() {
    ItemPage page = dynamo.query(devices());

    assertThat(page.items()).hasSize(100);
    assertThat(page.last()).isNotNull();
  }

  @Test
  void readsTheNewestFirst() {
    assertThat(dynamo.query(devices().newestFirst().limited(2)).items())
        .extracting(item -> item.text("sk"))
        .containsExactly("dev-249", "dev-248");
  }

  @Test
  void filtersWithNamesThatAreReserved() {
    PartitionQuery large =
        devices().filtered("#size = :size", v -> v.number(":size", 9)).consistently();

    assertThat(readAll(large))
        .containsExactlyElementsOf(names(IntStream.range(0, STORED).filter(i -> i % 10 == 9)));
  }

  @Test
  void narrowsByTheSortKey() {
    PartitionQuery some =
        PartitionQuery.of(
            table,
            "pk = :pk AND begins_with(sk, :prefix)",
            v -> v.text(":pk", "acme").text(":prefix", "dev-12"));

    assertThat(readAll(some)).containsExactlyElementsOf(names(IntStream.range(120, 130)));
  }

  @Test
  void saysTheEndOfAnEmptyPartition() {
    PartitionQuery nobody = PartitionQuery.of(table, "pk = :pk", v -> v.text(":pk", "nobody"));

    assertThat(dynamo.query(nobody)).isEqualTo(new ItemPage(List.of(), null));
  }
}
