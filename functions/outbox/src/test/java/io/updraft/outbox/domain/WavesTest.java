package io.updraft.outbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WavesTest {
  @Test
  void anEmptyBatchHasNoWaves() {
    assertThat(Waves.of(List.of())).isEmpty();
  }

  @Test
  void putsTheFirstEventOfEachEntityIntoTheFirstWave() {
    assertThat(Waves.of(events("a", "b", "a", "c", "a", "b")))
        .containsExactly(List.of(0, 1, 3), List.of(2, 5), List.of(4));
  }

  @Test
  void keepsEveryEventOnceAndEachEntityInOrder() {
    for (long seed = 0; seed < 500; seed++) {
      List<OutboxEvent> batch = randomBatch(new Random(seed));
      List<List<Integer>> waves = Waves.of(batch);
      assertThat(waves.stream().flatMap(List::stream))
          .as("every position once, seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(positions(batch.size()));
      for (List<Integer> wave : waves) {
        assertThat(entities(batch, wave))
            .as("entities of a wave, seed %d", seed)
            .doesNotHaveDuplicates();
      }
      for (OutboxEvent event : batch) {
        assertThat(order(batch, waves, event.entity()))
            .as("order of an entity, seed %d", seed)
            .isSorted();
      }
    }
  }

  @Test
  void makesNoMoreWavesThanTheBusiestEntityHasEvents() {
    for (long seed = 0; seed < 200; seed++) {
      List<OutboxEvent> batch = randomBatch(new Random(seed));
      long busiest =
          batch.stream()
              .mapToLong(e -> batch.stream().filter(o -> o.entity().equals(e.entity())).count())
              .max()
              .orElse(0);
      assertThat(Waves.of(batch)).as("seed %d", seed).hasSize((int) busiest);
    }
  }

  private static List<OutboxEvent> randomBatch(Random random) {
    int entities = 1 + random.nextInt(12);
    return random
        .ints(random.nextInt(60), 0, entities)
        .mapToObj(entity -> new OutboxEvent("e" + entity, "1", "{}"))
        .toList();
  }

  private static List<OutboxEvent> events(String... entities) {
    return List.of(entities).stream().map(e -> new OutboxEvent(e, "1", "{}")).toList();
  }

  private static List<Integer> positions(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static List<String> entities(List<OutboxEvent> batch, List<Integer> wave) {
    return wave.stream().map(position -> batch.get(position).entity()).toList();
  }

  /** The positions of the entity's events in the order of the waves. */
  private static List<Integer> order(
      List<OutboxEvent> batch, List<List<Integer>> waves, String entity) {
    List<Integer> order = new ArrayList<>();
    waves.forEach(
        wave ->
            wave.stream().filter(p -> batch.get(p).entity().equals(entity)).forEach(order::add));
    return order;
  }
}
