package io.updraft.dynamodb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Merges partitions that are each sorted by ids which sort by time. What a filter leaves out is
 * read all the same, so a page looks at a bounded number and can end before its limit.
 *
 * @param parts how many partitions there are
 * @param id of an item
 */
public record NewestFirst<T>(int parts, Function<T, String> id, Source<T> source) {
  /** How often all partitions are read for one page of a list that a filter thins out. */
  private static final int MOST_ROUNDS = 5;

  private static final int MOST_OF_A_PART = 200;

  /** What sorts after every id. */
  private static final String BEYOND = "~";

  /** Reads partitions. */
  @FunctionalInterface
  public interface Source<T> {
    /** At most so many of one partition, with ids below the given one, descending. */
    Slice<T> read(int part, String before, int limit);
  }

  /** A part of a partition, and whether more follows it. */
  public record Slice<T>(List<T> items, boolean goesOn) {
    public Slice {
      items = List.copyOf(items);
    }
  }

  /**
   * A page, newest first.
   *
   * @param next below which id to go on, or null at the end
   */
  public record Listing<T>(List<T> items, @Nullable String next) {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /**
   * The next that the filter lets through.
   *
   * @param before the id of the one before, or null for the beginning
   */
  public Listing<T> page(Predicate<T> filter, int limit, @Nullable String before) {
    List<T> found = new ArrayList<>();
    String position = before == null ? BEYOND : before;
    for (int round = 0; position != null && found.size() < limit && round < MOST_ROUNDS; round++) {
      Listing<T> read = round(position, Math.min(limit, MOST_OF_A_PART));
      read.items().stream().filter(filter).forEach(found::add);
      position = read.next();
    }
    return found.size() > limit
        ? new Listing<>(found.subList(0, limit), id.apply(found.get(limit - 1)))
        : new Listing<>(found, position);
  }

  /** Of all partitions what is newer than the oldest that one with more to come has shown. */
  private Listing<T> round(String before, int limit) {
    List<Slice<T>> slices =
        IntStream.range(0, parts).mapToObj(part -> source.read(part, before, limit)).toList();
    String reached =
        slices.stream()
            .filter(slice -> slice.goesOn() && !slice.items().isEmpty())
            .map(slice -> id.apply(slice.items().getLast()))
            .max(Comparator.naturalOrder())
            .orElse(null);
    List<T> merged =
        slices.stream()
            .flatMap(slice -> slice.items().stream())
            .filter(item -> reached == null || id.apply(item).compareTo(reached) >= 0)
            .sorted(Comparator.comparing(id).reversed())
            .toList();
    return new Listing<>(merged, reached);
  }
}
