package io.updraft.telemetry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.telemetry.merge.CrashingClient.Crash;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A merger that ends between two of its writes, whichever they are. */
@ExtendWith(DynamoDbServer.class)
class MergeCrashTest {
  private static final Instant MORNING = MergeScene.NOON.minus(Duration.ofHours(12));
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestDatabase database;

  MergeCrashTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void readsRightAtOnceAndIsMergedByTheNext() {
    database.clearWithoutStreams();
    int writes = 0;
    while (crashes(writes)) {
      writes++;
    }
    assertThat(writes).isGreaterThan(15);
  }

  /** What the next merger finds may be less, as what has expired is deleted. */
  @Test
  void isMergedByTheNextThoughTheLastArrivalIsGone() {
    MergeScene scene = new MergeScene(database, "gone");
    scene.send("a", MORNING, STEP, 5, 1);
    scene.send("a", MORNING.plus(HOUR), STEP, 5, 2);
    scene.world.clock.advance(HOUR);
    assertThatThrownBy(() -> scene.merge(CrashingClient.after(1, database.client())))
        .isInstanceOf(Crash.class);
    scene.blocks.deleteLastArrival();
    scene.world.clock.advance(Duration.ofMinutes(1));

    assertThat(scene.merge()).isEqualTo(1);
    scene.verifyMerged();
  }

  /** Whether it ended before its work did. */
  private boolean crashes(int writes) {
    MergeScene scene = scene("d" + writes);
    boolean crashed = false;
    try {
      scene.merge(CrashingClient.after(writes, database.client()));
    } catch (Crash crash) {
      crashed = true;
    }
    scene.verify();
    scene.world.clock.advance(Duration.ofMinutes(1));
    assertThat(scene.merge()).as("after %d writes", writes).isEqualTo(crashed ? 6 : 0);
    scene.verify();
    scene.verifyMerged();
    assertThat(scene.damagedSoFar()).as("after %d writes", writes).isEqualTo(2);
    return crashed;
  }

  /**
   * A part that is full and has to be cut, another day, points that replace others, a metric that
   * is new, an arrival that is damaged, and a part that is.
   */
  private MergeScene scene(String device) {
    MergeScene scene = new MergeScene(database, device);
    scene.send("full", MORNING, STEP, 4_000, 1);
    scene.send("few", MORNING.minus(HOUR), HOUR, 3, 1);
    scene.send("rust", MORNING, STEP, 10, 1);
    scene.world.clock.advance(HOUR);
    assertThat(scene.merge()).isEqualTo(6);
    scene.blocks.damageParts("rust");
    scene.lost("rust", 1);
    scene.send("torn", MORNING, STEP, 10, 2);
    scene.blocks.damageLastArrival();
    scene.lost("torn", 1);
    scene.send("full", MORNING.plusSeconds(5), STEP.dividedBy(2), 700, 2);
    scene.send("full", MORNING.plus(Duration.ofDays(1)), STEP, 5, 2);
    scene.send("few", MORNING, HOUR, 2, 2);
    scene.send("new", MORNING, STEP, 5, 2);
    scene.send("rust", MORNING.plusSeconds(1), STEP, 5, 2);
    scene.world.clock.advance(HOUR);
    return scene;
  }
}
