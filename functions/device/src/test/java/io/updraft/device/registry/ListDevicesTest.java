package io.updraft.device.registry;

import static io.updraft.device.registry.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.http.Selection;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListDevicesTest {
  private static final int FLEET = 2_500;
  private static final Filter ALL = new Filter(null, null, null, null, null);

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final ListDevices listDevices = new ListDevices(registry);

  /** Every hundredth is of model RARE, all are in the group. */
  @BeforeEach
  void fleet() {
    IntStream.range(0, FLEET)
        .mapToObj(i -> Samples.device(id(i), i % 100 == 0 ? "RARE" : "P-1", "fleet"))
        .forEach(device -> registry.add(device, null));
  }

  @Test
  void givesEachDeviceOnce() {
    List<String> ids = walk(ALL, 170, 0);

    assertThat(ids).hasSize(FLEET).doesNotHaveDuplicates();
  }

  @Test
  void fillsThePage() {
    assertThat(listDevices.list(ORG, ALL, new Start(null, 0), 170).items()).hasSize(170);
  }

  @Test
  void leavesOutAsManyAsTheOffsetSays() {
    Selected<Registered> listed = listDevices.list(ORG, ALL, new Start(null, 2_000), 3);

    assertThat(ids(listed)).containsExactly(id(2_000), id(2_001), id(2_002));
  }

  @Test
  void isShortWhereFewMatchAndGoesOn() {
    Filter rare = new Filter("fleet", "RARE", null, null, null);

    Selected<Registered> first = listDevices.list(ORG, rare, new Start(null, 0), 50);

    assertThat(first.items()).hasSize(Selection.MOST_READ / 100);
    assertThat(first.next()).isNotNull();
    assertThat(walk(rare, 50, 0)).hasSize(25);
  }

  @Test
  void carriesAnOffsetThatOnePageCantReach() {
    Filter rare = new Filter("fleet", "RARE", null, null, null);

    assertThat(walk(rare, 50, 20)).containsExactlyElementsOf(walk(rare, 50, 0).subList(20, 25));
  }

  @Test
  void goesOnWithinABatch() {
    Filter some = new Filter("fleet", null, null, "ann", null);

    assertThat(walk(some, 7, 0)).hasSize(FLEET).doesNotHaveDuplicates();
  }

  private List<String> walk(Filter filter, int limit, int skip) {
    List<String> ids = new ArrayList<>();
    Start start = new Start(null, skip);
    while (start != null) {
      Selected<Registered> listed = listDevices.list(ORG, filter, start, limit);
      assertThat(listed.items().size()).isLessThanOrEqualTo(limit);
      ids.addAll(ids(listed));
      start = listed.next();
    }
    return ids;
  }

  private static List<String> ids(Selected<Registered> listed) {
    return listed.items().stream().map(d -> d.device().deviceId()).toList();
  }

  private static String id(int i) {
    return "dev-%04d".formatted(i);
  }
}
