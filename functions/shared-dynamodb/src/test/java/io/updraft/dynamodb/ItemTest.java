package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemTest {
  private static final Instant TIME = Instant.parse("2026-11-24T06:46:45.120Z");

  @Test
  void readsWhatWasBuilt() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      String text = text(random);
      long number = random.nextLong();
      double decimal = random.nextGaussian() * 1e6;
      Instant time = Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L));
      List<String> texts = texts(random);
      Map<String, String> pairs =
          texts.stream().distinct().collect(Collectors.toMap(key -> key, key -> text(random)));

      Item item =
          new Item(
              Item.build()
                  .text("text", text)
                  .number("number", number)
                  .decimal("decimal", decimal)
                  .flag("flag", seed % 2 == 0)
                  .time("time", time)
                  .expiry("expiry", time)
                  .texts("texts", texts)
                  .set("set", List.copyOf(pairs.keySet()))
                  .pairs("pairs", pairs)
                  .attributes());

      assertThat(item.text("text")).as("seed %d", seed).isEqualTo(text);
      assertThat(item.number("number")).as("seed %d", seed).isEqualTo(number);
      assertThat(item.decimalOr("decimal", 0)).as("seed %d", seed).isEqualTo(decimal);
      assertThat(item.flag("flag")).as("seed %d", seed).isEqualTo(seed % 2 == 0);
      assertThat(item.time("time")).as("seed %d", seed).isEqualTo(time);
      assertThat(item.number("expiry")).as("seed %d", seed).isEqualTo(time.getEpochSecond());
      assertThat(item.texts("texts")).as("seed %d", seed).isEqualTo(texts);
      assertThat(item.texts("set"))
          .as("seed %d", seed)
          .isEqualTo(pairs.keySet().stream().sorted().toList());
      assertThat(item.pairs("pairs")).as("seed %d", seed).isEqualTo(pairs);
    }
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(20), 0x20, 0xD7FF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> texts(Random random) {
    return IntStream.range(0, random.nextInt(6)).mapToObj(i -> text(random)).toList();
  }

  @Test
  void writesTimesThatSortAsText() {
    long seed = 3;
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Instant one = Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L));
      Instant other = one.plusMillis(random.nextLong(5_000));
      int order = ItemBuilder.sortable(one).compareTo(ItemBuilder.sortable(other));
      assertThat(Integer.signum(order))
          .as("%s and %s, seed %d", one, other, seed)
          .isEqualTo(Integer.signum(one.compareTo(other)));
    }
  }

  @Test
  void writesTimesWithThreeDigits() {
    assertThat(ItemBuilder.sortable(TIME)).isEqualTo("2026-11-24T06:46:45.120Z");
    assertThat(ItemBuilder.sortable(TIME.truncatedTo(ChronoUnit.SECONDS)))
        .isEqualTo("2026-11-24T06:46:45.000Z");
    assertThat(ItemBuilder.sortable(TIME.plusNanos(999_999))).isEqualTo("2026-11-24T06:46:45.120Z");
  }

  @Test
  void leavesOutWhatIsNotThere() {
    assertThat(
            Item.build()
                .text("a", null)
                .number("b", null)
                .flag("c", null)
                .time("d", null)
                .texts("e", List.of())
                .set("f", List.of())
                .pairs("g", Map.of())
                .attributes())
        .isEmpty();
  }

  @Test
  void hasAnAnswerForWhatIsOptional() {
    Item nothing = new Item(Map.of());

    assertThat(nothing.has("x")).isFalse();
    assertThat(nothing.optionalText("x")).isEmpty();
    assertThat(nothing.textOrNull("x")).isNull();
    assertThat(nothing.numberOr("x", 7)).isEqualTo(7);
    assertThat(nothing.decimalOr("x", 0.5)).isEqualTo(0.5);
    assertThat(nothing.flag("x")).isFalse();
    assertThat(nothing.flagOrNull("x")).isNull();
    assertThat(nothing.timeOrNull("x")).isNull();
    assertThat(nothing.texts("x")).isEmpty();
    assertThat(nothing.pairs("x")).isEmpty();
    assertThat(nothing.map("x")).isEqualTo(nothing);
  }

  @Test
  void namesAnAttributeThatMustBeThere() {
    Item nothing = new Item(Map.of());

    assertThatThrownBy(() -> nothing.text("status"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'status'");
    assertThatThrownBy(() -> nothing.number("count")).hasMessageContaining("'count'");
    assertThatThrownBy(() -> nothing.time("at")).hasMessageContaining("'at'");
  }

  @Test
  void keepsAMapThatIsEmptySoThatItsEntriesCanBeSet() {
    Item item = new Item(Item.build().map("gates", Map.of()).attributes());

    assertThat(item.has("gates")).isTrue();
    assertThat(item.map("gates").attributes()).isEmpty();
  }
}
