package io.updraft.device.dynamodb;

import io.updraft.device.domain.Rollback;
import io.updraft.device.domain.RollbackFilter;
import io.updraft.device.domain.Rollbacks.Listing;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.PartitionQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Merges the partitions of the index {@code rollbacks}. What a filter leaves out is read all the
 * same, so a list looks at a bounded number of rollbacks and can end before its limit.
 */
final class RollbackList {
  /** How often all partitions are read for one page of a list that a filter thins out. */
  private static final int MOST_ROUNDS = 5;

  private static final int MOST_OF_A_PART = 200;

  /** What sorts after every id. */
  private static final String BEYOND = "~";

  private final Dynamo dynamo;
  private final String table;

  RollbackList(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  Listing page(String organization, RollbackFilter filter, int limit, @Nullable String before) {
    List<Rollback> found = new ArrayList<>();
    String position = before == null ? BEYOND : before;
    for (int round = 0; position != null && found.size() < limit && round < MOST_ROUNDS; round++) {
      Round read = round(organization, position, Math.min(limit, MOST_OF_A_PART));
      read.rollbacks().stream().filter(filter::matches).forEach(found::add);
      position = read.next();
    }
    return found.size() > limit
        ? new Listing(found.subList(0, limit), found.get(limit - 1).rollbackId())
        : new Listing(found, position);
  }

  /** Of all partitions what is newer than the oldest that one with more to come has shown. */
  private Round round(String organization, String before, int limit) {
    List<Part> parts =
        IntStream.range(0, RollbackItems.PARTS)
            .mapToObj(part -> part(organization, part, before, limit))
            .toList();
    String reached =
        parts.stream()
            .filter(Part::goesOn)
            .map(part -> part.rollbacks().getLast().rollbackId())
            .max(Comparator.naturalOrder())
            .orElse(null);
    List<Rollback> merged =
        parts.stream()
            .flatMap(part -> part.rollbacks().stream())
            .filter(r -> reached == null || r.rollbackId().compareTo(reached) >= 0)
            .sorted(Comparator.comparing(Rollback::rollbackId).reversed())
            .toList();
    return new Round(merged, reached);
  }

  private Part part(String organization, int part, String before, int limit) {
    ItemPage page =
        dynamo.query(
            PartitionQuery.of(
                    table,
                    "rollback_pk = :part AND rollback_sk < :before",
                    v ->
                        v.text(":part", RollbackItems.list(organization, part))
                            .text(":before", before))
                .onIndex(RollbackItems.INDEX)
                .newestFirst()
                .limited(limit));
    List<Rollback> rollbacks = page.items().stream().map(RollbackItems::read).toList();
    return new Part(rollbacks, page.last() != null && !rollbacks.isEmpty());
  }

  private record Part(List<Rollback> rollbacks, boolean goesOn) {}

  /**
   * What was read of all partitions, newest first.
   *
   * @param next below which to go on, or null at the end
   */
  private record Round(List<Rollback> rollbacks, @Nullable String next) {}
}
