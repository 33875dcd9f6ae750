package io.updraft.lambda.consumed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WalkTest {
  private static final Instant EVENT = Instant.parse("2026-03-01T10:00:00Z");

  private final Kept bookmarks = new Kept();
  private final List<Integer> done = new ArrayList<>();

  @Test
  void endsInOneCallWhatFitsIntoIt() {
    assertThat(walk(3).goOn("acme", "user.deleted anna", EVENT, this::page))
        .isEqualTo(new Handling.Done());

    assertThat(done).containsExactly(0, 1, 2);
    assertThat(bookmarks.writes).isZero();
  }

  @Test
  void goesOnWhereTheLastCallEnded() {
    Walk walk = walk(2);

    assertThat(walk.goOn("acme", "w", EVENT, this::page)).isInstanceOf(Handling.Again.class);
    assertThat(walk.goOn("acme", "w", EVENT, this::page)).isEqualTo(new Handling.Done());
    assertThat(done).containsExactly(0, 1, 2);
    assertThat(bookmarks.places).isEmpty();
  }

  @Test
  void laterEventBeginsAnew() {
    walk(1).goOn("acme", "w", EVENT, this::page);

    walk(1).goOn("acme", "w", EVENT.plusSeconds(1), this::page);

    assertThat(done).containsExactly(0, 0);
  }

  @Test
  void failureLeavesTheBookmarkWhereItWas() {
    walk(1).goOn("acme", "w", EVENT, this::page);

    assertThatThrownBy(() -> walk(2).goOn("acme", "w", EVENT, WalkTest::failing))
        .hasMessage("no table");
    walk(1).goOn("acme", "w", EVENT, this::page);
    assertThat(done).containsExactly(0, 1);
  }

  private static String failing(@Nullable String place) {
    throw new IllegalStateException("no table");
  }

  private Walk walk(int mostPages) {
    return new Walk(bookmarks, mostPages);
  }

  /** Three pages. */
  private @Nullable String page(@Nullable String place) {
    int number = place == null ? 0 : Integer.parseInt(place);
    done.add(number);
    return number == 2 ? null : String.valueOf(number + 1);
  }

  private static final class Kept implements Bookmarks {
    private final Map<String, String> places = new HashMap<>();
    private int writes;

    @Override
    public Optional<String> find(String organization, String walk, Instant of) {
      return Optional.ofNullable(places.get(organization + walk + of));
    }

    @Override
    public void keep(String organization, String walk, Instant of, String place) {
      writes++;
      places.put(organization + walk + of, place);
    }

    @Override
    public void remove(String organization, String walk) {
      writes++;
      places.keySet().removeIf(key -> key.startsWith(organization + walk));
    }
  }
}
