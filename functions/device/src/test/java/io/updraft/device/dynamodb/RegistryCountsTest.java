package io.updraft.device.dynamodb;

import static io.updraft.device.registry.Samples.NOW;
import static io.updraft.device.registry.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.registry.Registered;
import io.updraft.device.registry.Samples;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Outbox;
import io.updraft.events.Origin;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts and memberships against the devices themselves, after anything that can happen. */
@ExtendWith(DynamoDbServer.class)
class RegistryCountsTest {
  private static final List<String> IDS = List.of("a", "b", "c", "d", "e");
  private static final List<String> GROUPS = List.of("north", "south", "east");
  private static final List<String> MODELS = List.of("P-1", "P-2");
  private static final String NONE = "-";

  private final TestDatabase database;
  private final RegistryTable registry;
  private final DynamoDevices devices;
  private final DynamoDeviceDirectory directory;
  private final AtomicLong passed = new AtomicLong();

  RegistryCountsTest(TestDatabase database) {
    this.database = database;
    Dynamo dynamo = new Dynamo(database.client());
    String table = database.table("DevicesTable");
    Outbox outbox = new Outbox(database.table("OutboxTable"));
    this.registry = new RegistryTable(dynamo, table, outbox, UUID::randomUUID);
    this.devices = new DynamoDevices(dynamo, table);
    this.directory = new DynamoDeviceDirectory(dynamo, table);
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void areExactAfterAnyHistory() {
    for (long seed = 1; seed <= 3; seed++) {
      clear();
      RandomGenerator random = new Random(seed);
      for (int step = 0; step < 60; step++) {
        act(random);
      }
      assertExact("seed " + seed);
    }
  }

  @Test
  void areExactWhateverHappensAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> callers =
          IntStream.range(0, 4)
              .mapToObj(caller -> (Callable<Boolean>) () -> acted(caller))
              .toList();
      for (var done : threads.invokeAll(callers)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertExact("seeds 0 to 3 at once");
  }

  private boolean acted(long seed) {
    RandomGenerator random = new Random(seed);
    for (int step = 0; step < 25; step++) {
      act(random);
    }
    return true;
  }

  /** One of what can happen to a device; refused where another thread was first. */
  private void act(RandomGenerator random) {
    String id = one(IDS, random);
    Optional<Registered> found = registry.find(ORG, id);
    if (found.isEmpty() && random.nextInt(3) == 0) {
      devices.seen(ORG, id, later());
    } else if (found.isEmpty()) {
      registry.add(Samples.deviceAt(later(), id, model(random), groups(random)), null);
    } else if (random.nextInt(4) == 0) {
      registry.remove(found.get(), Origin.of(ORG), NOW);
    } else {
      registry.change(found.get(), Samples.moved(found.get(), model(random), groups(random)));
    }
  }

  /** Devices that come one after the other under one id are told apart by their creation. */
  private Instant later() {
    return NOW.plusMillis(passed.incrementAndGet());
  }

  private void assertExact(String history) {
    List<Registered> all = IDS.stream().flatMap(id -> registry.find(ORG, id).stream()).toList();
    for (String group : GROUPS) {
      List<String> members = ids(all.stream().filter(r -> r.device().groups().contains(group)));
      assertThat(directory.members(ORG, group, null, 100).deviceIds())
          .as("%s, members of %s", history, group)
          .containsExactlyInAnyOrderElementsOf(members);
      assertThat(directory.countMembers(ORG, group))
          .as("%s, size of %s", history, group)
          .isEqualTo(members.size());
    }
    for (String model : List.of("P-1", "P-2", NONE)) {
      List<String> devicesOfModel = ids(all.stream().filter(r -> model.equals(model(r))));
      assertThat(directory.countOfModel(ORG, model))
          .as("%s, devices of %s", history, model)
          .isEqualTo(devicesOfModel.size());
      assertThat(directory.ofModel(ORG, model, null, 100).deviceIds())
          .as("%s, list of %s", history, model)
          .containsExactlyInAnyOrderElementsOf(devicesOfModel);
    }
  }

  private static List<String> ids(Stream<Registered> devices) {
    return devices.map(r -> r.device().deviceId()).toList();
  }

  private static String model(Registered registered) {
    String model = registered.device().model();
    return model == null ? NONE : model;
  }

  private static @Nullable String model(RandomGenerator random) {
    return random.nextInt(3) == 0 ? null : one(MODELS, random);
  }

  private static String[] groups(RandomGenerator random) {
    return GROUPS.stream().filter(group -> random.nextBoolean()).toArray(String[]::new);
  }

  private static String one(List<String> choices, RandomGenerator random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
