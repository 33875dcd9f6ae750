package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Engine;
import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.Target;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import java.util.List;

/**
 * The lists of a campaign's targets: position {@code n} is entry {@code n mod 30} of chunk {@code n
 * / 30}. A step seldom finds exactly 30 devices, so it fills up the last chunk before it begins the
 * next; either way at most two items are written.
 */
final class TargetChunks {
  static final int SIZE = CampaignUpdates.MOST_TARGETS;

  /** Between the parts of an entry; no id and no version holds it. */
  private static final String SEPARATOR = "|";

  private final String table;

  TargetChunks(String table) {
    this.table = table;
  }

  /** The writes that append targets to those that the engine had. */
  Transaction added(Engine before, List<Target> targets) {
    int filled = Math.toIntExact(before.targets() % SIZE);
    int fitting = Math.min(targets.size(), SIZE - filled);
    long chunk = before.targets() / SIZE;
    Transaction transaction = new Transaction();
    transaction.add("chunk", written(before, chunk, filled, targets.subList(0, fitting)));
    if (fitting < targets.size()) {
      List<Target> rest = targets.subList(fitting, targets.size());
      transaction.add("next chunk", written(before, chunk + 1, 0, rest));
    }
    return transaction;
  }

  private Guarded written(Engine of, long chunk, int filled, List<Target> targets) {
    Key key = CampaignKeys.targets(of.organization(), of.campaignId(), chunk);
    List<String> entries = targets.stream().map(TargetChunks::entry).toList();
    return filled == 0
        ? Guarded.put(
            table,
            Item.build().text("pk", key.pk()).text("sk", key.sk()).texts("t", entries).attributes())
        : Guarded.update(table, key, "SET t = list_append(t, :more)")
            .with(v -> v.texts(":more", entries));
  }

  static List<Target> read(Item chunk) {
    return chunk.texts("t").stream().map(TargetChunks::target).toList();
  }

  private static String entry(Target target) {
    String entry = target.updateId() + SEPARATOR + target.deviceId();
    return target.fromVersion() == null ? entry : entry + SEPARATOR + target.fromVersion();
  }

  private static Target target(String entry) {
    String[] parts = entry.split("\\" + SEPARATOR, -1);
    return new Target(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
  }
}
