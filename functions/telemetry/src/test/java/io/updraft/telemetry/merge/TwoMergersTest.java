package io.updraft.telemetry.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two mergers of one device: what is read of it is never less than what had arrived. */
@ExtendWith(DynamoDbServer.class)
class TwoMergersTest {
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant DAY_BEFORE = MergeScene.NOON.minus(Duration.ofDays(1));

  private final TestDatabase database;

  TwoMergersTest(TestDatabase database) {
    this.database = database;
  }

  @RepeatedTest(10)
  void atOnceBothFinishOrOneGivesWay(RepetitionInfo info)
      throws ExecutionException, InterruptedException {
    MergeScene scene = new MergeScene(database, "both" + info.getCurrentRepetition());
    sendThree(scene, 1);
    sendThree(scene, 2);
    scene.world.clock.advance(HOUR);

    try (ExecutorService mergers = Executors.newFixedThreadPool(2)) {
      Callable<Integer> merger = scene::merge;
      Future<Integer> one = mergers.submit(merger);
      Future<Integer> other = mergers.submit(merger);
      assertThat(one.get() + other.get()).isIn(0, 6);
    }

    scene.verify();
    scene.world.clock.advance(Duration.ofMinutes(1));
    scene.merge();
    scene.verifyMerged();
  }

  private static void sendThree(MergeScene scene, int value) {
    scene.send("a", MergeScene.NOON, STEP, 20, value);
    scene.send("a", DAY_BEFORE, STEP, 20, value);
    scene.send("b", MergeScene.NOON, STEP, 20, value);
  }

  /** The slow one has read what arrived first; the other merges that and what came later. */
  @Test
  void whoIsOvertakenBringsNothingOldBack() {
    int calls = 0;
    while (overtaken(calls)) {
      calls++;
    }
    assertThat(calls).isGreaterThan(5);
  }

  /** Whether there was such a call. */
  private boolean overtaken(int call) {
    MergeScene scene = new MergeScene(database, "slow" + call);
    sendThree(scene, 1);
    scene.world.clock.advance(HOUR);
    HaltingStore slow = new HaltingStore(scene.store(), call, () -> overtake(scene));
    int merged = scene.merge(slow);
    scene.verify();
    assertThat(merged).isEqualTo(slow.halted() ? 0 : 3);
    scene.world.clock.advance(Duration.ofMinutes(1));
    scene.merge();
    scene.verifyMerged();
    return slow.halted();
  }

  private static void overtake(MergeScene scene) {
    sendThree(scene, 2);
    scene.world.clock.advance(HOUR);
    assertThat(scene.merge()).isEqualTo(6);
  }
}
