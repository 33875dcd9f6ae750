package io.updraft.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a filter lets through, page by page, in the order in which it is kept. A page reads a
 * bounded number; where few match, it is short and tells where to go on.
 *
 * @param selective whether the filter leaves out so many that it pays to read more than is shown
 */
public record Selection<T>(Source<T> source, Predicate<T> filter, boolean selective) {
  /** How many are looked at for a page, beyond those that an offset leaves out. */
  public static final int MOST_READ = 1_000;

  private static final int BATCH = 100;

  /** The largest offset that a page can ask for. */
  private static final int MOST_SKIPPED = 10_000;

  private static final Pattern SKIP = Pattern.compile("[0-9]{1,5}");

  /** Where the items come from. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * Reads on.
     *
     * @param after the position to go on after; null is the beginning
     */
    Batch<T> read(@Nullable String after, int most);
  }

  /**
   * What was read at once.
   *
   * @param next the position after which to read on, or null at the end
   */
  public record Batch<T>(List<Place<T>> places, @Nullable String next) {
    public Batch {
      places = List.copyOf(places);
    }
  }

  /** An item, and its position in the order. */
  public record Place<T>(String position, T item) {}

  /**
   * Where a page begins.
   *
   * @param after the position of the item before, or null
   * @param skip how many matching items are still to be left out
   */
  public record Start(@Nullable String after, int skip) {
    /**
     * Where the page begins that was asked for. A cursor can be made by anybody who reads this
     * code; so it is judged like any input.
     *
     * @param position what a position looks like
     * @throws ProblemException {@code MALFORMED} when the cursor is none of this list
     */
    public static Start of(Page page, String scope, Predicate<String> position) {
      return page.position(scope)
          .map(given -> of(given, position))
          .orElseGet(() -> new Start(null, page.offset()));
    }

    private static Start of(List<String> given, Predicate<String> position) {
      boolean whole =
          given.size() == 2
              && position.test(given.getFirst())
              && SKIP.matcher(given.getLast()).matches();
      if (!whole) {
        throw Problem.malformed("Start again without a cursor.").exception();
      }
      return new Start(given.getFirst(), Math.min(MOST_SKIPPED, Integer.parseInt(given.getLast())));
    }
  }

  /**
   * A page.
   *
   * @param next where to go on, or null at the end
   */
  public record Selected<T>(List<T> items, @Nullable Start next) {
    public Selected {
      items = List.copyOf(items);
    }

    /** Where to go on, as a text; null at the end. */
    public @Nullable String cursor(String scope) {
      return next == null || next.after() == null
          ? null
          : Cursor.encode(scope, List.of(next.after(), Integer.toString(next.skip())));
    }
  }

  /** A page of at most so many. */
  public Selected<T> page(Start start, int limit) {
    return page(start, limit, _ -> true);
  }

  /**
   * A page of at most so many.
   *
   * @param room asked for each that is to be shown, in order; where it has none the page ends
   */
  public Selected<T> page(Start start, int limit, Predicate<T> room) {
    Search search = new Search(start, limit, room);
    while (search.goesOn()) {
      search.take(source.read(search.after, search.wanted()));
    }
    return new Selected<>(search.found, search.next());
  }

  /** What one call has looked at so far: for a page, and whether one more follows it. */
  private final class Search {
    private final int limit;
    private final Predicate<T> room;
    private final List<T> found = new ArrayList<>();
    private @Nullable String after;
    private int skip;
    private int mayRead;
    private boolean more;
    private boolean ended;

    Search(Start start, int limit, Predicate<T> room) {
      this.limit = limit;
      this.room = room;
      this.after = start.after();
      this.skip = start.skip();
      this.mayRead = MOST_READ + start.skip();
    }

    boolean goesOn() {
      return !ended && !more && mayRead > 0;
    }

    /** No more than is needed where nearly all match. */
    int wanted() {
      int most = Math.min(BATCH, mayRead);
      return selective ? most : Math.min(most, skip + limit - found.size() + 1);
    }

    void take(Batch<T> batch) {
      mayRead -= wanted();
      batch.places().stream().takeWhile(place -> !more).forEach(this::look);
      if (!more) {
        after = batch.next();
        ended = batch.next() == null;
      }
    }

    private void look(Place<T> place) {
      boolean matches = filter.test(place.item());
      boolean shown = matches && skip == 0;
      if (shown && (found.size() == limit || !room.test(place.item()))) {
        more = true;
        return;
      }
      after = place.position();
      if (shown) {
        found.add(place.item());
      } else if (matches) {
        skip--;
      }
    }

    @Nullable Start next() {
      return ended ? null : new Start(after, skip);
    }
  }
}
