package io.updraft.live.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.live.domain.Content;
import io.updraft.live.domain.Pacing.Held;
import io.updraft.live.domain.Pacing.Turn;
import io.updraft.live.domain.Samples;
import io.updraft.live.domain.Subscription;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class LiveTableTest {
  private static final Instant NOW = Samples.NOW;

  private final TestDatabase database;
  private MutableClock clock = MutableClock.at(NOW);
  private LiveTable table;
  private Roll roll;
  private Paces paces;

  LiveTableTest(TestDatabase database) {
    this.database = database;
    this.table = table();
    this.roll = new Roll(dynamo(), database.table("LiveTable"));
    this.paces = new Paces(dynamo(), database.table("LiveTable"));
  }

  private Dynamo dynamo() {
    return new Dynamo(database.client());
  }

  private LiveTable table() {
    return new LiveTable(dynamo(), database.table("LiveTable"), clock);
  }

  @BeforeEach
  void clear() {
    database.clearWithoutStreams();
    clock = MutableClock.at(NOW);
    table = table();
    roll = new Roll(dynamo(), database.table("LiveTable"));
    paces = new Paces(dynamo(), database.table("LiveTable"));
  }

  private Subscription connected(int number) {
    Subscription waiting = Samples.waiting(number);
    Subscription connected = waiting.connected("c" + number, NOW);
    table.add(waiting);
    table.take(waiting, connected);
    return connected;
  }

  @Test
  void givesBackWhatItKeeps() {
    Subscription waiting = Samples.waiting(1);

    assertThat(table.add(waiting)).isTrue();

    assertThat(table.find("acme", Samples.id(1))).contains(waiting);
    assertThat(table.of("acme")).containsExactly(waiting);
    assertThat(table.find("other", Samples.id(1))).isEmpty();
    assertThat(table.of("other")).isEmpty();
  }

  @Test
  void bindsAConnectionOnce() {
    Subscription waiting = Samples.waiting(1);
    Subscription connected = waiting.connected("c1", NOW);
    table.add(waiting);

    assertThat(table.take(waiting, connected)).isTrue();
    assertThat(table.take(waiting, waiting.connected("c2", NOW))).isFalse();

    assertThat(table.subscriptionOf("c1")).contains(connected);
    assertThat(table.subscriptionOf("c2")).isEmpty();
  }

  @Test
  void ofTwoAtOnceOneHasTheConnection() throws Exception {
    Subscription waiting = Samples.waiting(1);
    table.add(waiting);
    List<Callable<Boolean>> takes =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                i -> () -> table.take(waiting, waiting.connected("c" + i, NOW)))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      int taken = 0;
      for (Future<Boolean> take : threads.invokeAll(takes)) {
        taken += take.get() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
  }

  @Test
  void anOrganizationHasABoundedNumber() {
    IntStream.range(0, Subscription.MOST).forEach(i -> table.add(Samples.waiting(i)));

    assertThat(table.add(Samples.waiting(1_000))).isFalse();
    assertThat(table.add(Samples.waiting("other", 1, Samples.ALL_OF_D1))).isTrue();
    table.end(Samples.waiting(7));
    assertThat(table.add(Samples.waiting(1_000))).isTrue();
    assertThat(table.add(Samples.waiting(1_001))).isFalse();
    clock.advance(Duration.ofSeconds(61));
    assertThat(table.add(Samples.waiting(1_001))).isTrue();
  }

  @Test
  void manyAtOnceAreAllCounted() throws Exception {
    List<Callable<Boolean>> adds =
        IntStream.range(0, 4)
            .<Callable<Boolean>>mapToObj(i -> () -> table.add(Samples.waiting(i)))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> add : threads.invokeAll(adds)) {
        assertThat(add.get()).isTrue();
      }
    }
    assertThat(roll.read("acme", NOW).members()).hasSize(4);
  }

  @Test
  void isWatchedAsLongAsSomebodyMayWatch() {
    assertThat(roll.isWatched("acme", NOW)).isFalse();

    table.add(Samples.waiting(1));
    assertThat(roll.isWatched("acme", NOW)).isTrue();
    assertThat(roll.isWatched("acme", NOW.plusSeconds(61))).isFalse();

    table.take(Samples.waiting(1), Samples.waiting(1).connected("c1", NOW));
    assertThat(roll.isWatched("acme", NOW.plusSeconds(61))).isTrue();
    assertThat(roll.isWatched("acme", NOW.plus(Duration.ofHours(2)))).isFalse();

    table.end(table.subscriptionOf("c1").orElseThrow());
    assertThat(roll.isWatched("acme", NOW)).isFalse();
  }

  @Test
  void whetherAnybodyWatchesCostsHalfAReadUnit() {
    IntStream.range(0, Subscription.MOST).forEach(i -> table.add(Samples.waiting(i)));
    database.consumed().reset();

    roll.isWatched("acme", NOW);

    assertThat(database.consumed().readUnits()).isEqualTo(0.5);
  }

  @Test
  void remembersWhatHasEnded() {
    Subscription connected = connected(1);
    assertThat(table.hasEnded("acme", connected.id())).isFalse();

    table.end(connected);
    table.end(connected);

    assertThat(table.find("acme", connected.id())).isEmpty();
    assertThat(table.subscriptionOf("c1")).isEmpty();
    assertThat(table.hasEnded("acme", connected.id())).isTrue();
    assertThat(table.hasEnded("other", connected.id())).isFalse();
  }

  @Test
  void doesNotEndAsWaitingWhatIsConnectedByNow() {
    Subscription connected = connected(1);

    table.end(Samples.waiting(1));

    assertThat(table.find("acme", connected.id())).contains(connected);
    assertThat(roll.isWatched("acme", NOW)).isTrue();
  }

  @Test
  void oneTurnForEachPeriod() {
    Subscription subscription = connected(1);

    assertThat(paces.claim(subscription, NOW)).isEqualTo(new Turn.Now());
    assertThat(paces.claim(subscription, NOW.plusMillis(999)))
        .isEqualTo(new Turn.Later(NOW.plusMillis(1_000)));
    assertThat(paces.claim(subscription, NOW.plusMillis(1_000))).isEqualTo(new Turn.Now());
  }

  @Test
  void noTurnWhileAFlushIsToCome() {
    Subscription subscription = connected(1);
    Instant due = NOW.plusSeconds(1);

    assertThat(paces.arm(subscription, due, NOW)).isTrue();
    assertThat(paces.arm(subscription, due, NOW)).isFalse();
    assertThat(paces.claim(subscription, due)).isEqualTo(new Turn.Later(due));
    assertThat(paces.claim(subscription, due.plus(Paces.LOST).plusMillis(1)))
        .isEqualTo(new Turn.Now());
  }

  @Test
  void aFlushHasAllThatWasHeldUntilItIsForgotten() {
    Subscription subscription = connected(1);
    Content one = Content.of(List.of(Samples.point("d1", "t1", 0, 1)));
    Content two = new Content(List.of(), List.of(Samples.alert("d1", "t1")));
    paces.hold(subscription, one, NOW);
    paces.hold(subscription, two, NOW.plusMillis(1));
    paces.arm(subscription, NOW, NOW);

    List<Held> held = paces.flush(subscription, NOW);

    assertThat(held).extracting(Held::content).containsExactly(one, two);
    assertThat(paces.flush(subscription, NOW)).isEqualTo(held);
    assertThat(paces.arm(subscription, NOW, NOW)).as("another flush can come").isTrue();
    paces.forget(subscription, held);
    assertThat(paces.flush(subscription, NOW)).isEmpty();
  }

  @Test
  void countsFailuresInARow() {
    Subscription subscription = connected(1);
    for (int i = 1; i < Paces.MOST_FAILURES; i++) {
      assertThat(paces.tooMany(subscription)).isFalse();
    }
    assertThat(paces.tooMany(subscription)).isTrue();

    paces.over(subscription);
    assertThat(paces.tooMany(subscription)).isFalse();
  }
}
