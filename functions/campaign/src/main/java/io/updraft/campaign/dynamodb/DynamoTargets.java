package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Explicit ids and target chunks in DynamoDB. */
public final class DynamoTargets implements Targets {
  private final Dynamo dynamo;
  private final String table;

  public DynamoTargets(Dynamo dynamo, CampaignTables tables) {
    this.dynamo = dynamo;
    this.table = tables.campaigns();
  }

  @Override
  public List<String> named(String organization, String campaignId, int from, int limit) {
    List<String> places =
        range(
            from,
            limit,
            NamedChunks.SIZE,
            n -> CampaignKeys.named(organization, campaignId, Math.toIntExact(n)),
            item -> item.texts(NamedChunks.IDS));
    return places.stream().filter(id -> !id.equals(NamedChunks.WITHDRAWN)).toList();
  }

  @Override
  public List<Target> held(String organization, String campaignId, long from, int limit) {
    return range(
        from,
        limit,
        TargetChunks.SIZE,
        n -> CampaignKeys.targets(organization, campaignId, n),
        TargetChunks::read);
  }

  /** Entries {@code from} to {@code from + limit} of a list that is spread over items. */
  private <T> List<T> range(
      long from, int limit, int size, LongFunction<Key> key, Function<Item, List<T>> entries) {
    List<Key> keys =
        LongStream.rangeClosed(from / size, (from + limit - 1) / size).mapToObj(key).toList();
    return dynamo.getAll(table, keys, Reading.CONSISTENT).stream()
        .flatMap(item -> entries.apply(item).stream())
        .skip(from % size)
        .limit(limit)
        .toList();
  }
}
