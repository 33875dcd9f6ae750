package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.http.Selection.Batch;
import io.updraft.http.Selection.Place;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final int ALL = 2_500;

  /** Every so many match. */
  private static final int EVERY = 1;

  private static final int RARE = 100;

  private int reads;

  private static boolean isPosition(String text) {
    return text.matches("[0-9]{4}");
  }

  private Batch<Integer> read(@Nullable String after, int most) {
    reads += most;
    int from = after == null ? 0 : Integer.parseInt(after) + 1;
    List<Place<Integer>> places =
        IntStream.range(from, Math.min(ALL, from + most))
            .mapToObj(i -> new Place<>("%04d".formatted(i), i))
            .toList();
    return new Batch<>(places, places.size() < most ? null : places.getLast().position());
  }

  private Selected<Integer> page(int step, int skip, int limit) {
    return selection(step).page(new Start(null, skip), limit);
  }

  private Selection<Integer> selection(int step) {
    return new Selection<>(this::read, number -> number % step == 0, step > 1);
  }

  /** Page by page, each found by the cursor of the one before. */
  private List<Integer> walk(int step, int limit, int skip) {
    List<Integer> all = new ArrayList<>();
    Start start = new Start(null, skip);
    while (start != null) {
      Selected<Integer> selected = selection(step).page(start, limit);
      assertThat(selected.items()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(selected.items());
      String cursor = selected.cursor("numbers");
      start =
          cursor == null
              ? null
              : Start.of(new Page(limit, 0, cursor), "numbers", SelectionTest::isPosition);
    }
    return all;
  }

  @Test
  void givesEachOnceAndInOrder() {
    assertThat(walk(EVERY, 170, 0)).hasSize(ALL).isSorted().doesNotHaveDuplicates();
    assertThat(walk(RARE, 7, 0)).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void readsOneMoreThanItShowsWhereAllMatch() {
    assertThat(page(EVERY, 0, 50).items()).hasSize(50);
    assertThat(reads).isEqualTo(51);
  }

  @Test
  void saysTheEnd() {
    assertThat(page(EVERY, ALL - 5, 5).next()).isNull();
    assertThat(page(EVERY, ALL - 5, 4).next()).isNotNull();
    assertThat(page(EVERY, ALL, 5)).isEqualTo(new Selected<>(List.of(), null));
  }

  @Test
  void isShortWhereFewMatchAndGoesOn() {
    Selected<Integer> first = page(RARE, 0, 50);

    assertThat(first.items()).hasSize(Selection.MOST_READ / 100);
    assertThat(first.next()).isNotNull();
    assertThat(reads).isEqualTo(Selection.MOST_READ);
  }

  @Test
  void carriesAnOffsetThatOnePageCantReach() {
    assertThat(walk(RARE, 50, 20)).containsExactly(2_000, 2_100, 2_200, 2_300, 2_400);
  }

  @Test
  void beginsAtAnOffset() {
    assertThat(page(EVERY, 2_000, 3).items()).containsExactly(2_000, 2_001, 2_002);
  }

  @Test
  void endsAPageWhereThereIsNoRoomAndGoesOn() {
    Selected<Integer> first = selection(EVERY).page(new Start(null, 10), 50, number -> number < 30);

    assertThat(first.items()).hasSize(20).endsWith(29);
    assertThat(first.next()).isEqualTo(new Start("0029", 0));
  }

  @Test
  void refusesACursorOfItsOwnScopeThatIsNoPlace() {
    for (List<String> forged :
        List.of(List.of("12"), List.of("xxxx", "0"), List.of("0012", "-1"), List.of("0012"))) {
      Page page = new Page(50, 0, Cursor.encode("numbers", forged));
      assertThatThrownBy(() -> Start.of(page, "numbers", SelectionTest::isPosition))
          .as("%s", forged)
          .isInstanceOf(ProblemException.class);
    }
  }
}
