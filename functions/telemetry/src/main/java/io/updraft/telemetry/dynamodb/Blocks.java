package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the blocks in items; a damaged one is told in the log, and left out. */
final class Blocks {
  private static final Logger LOG = LoggerFactory.getLogger(Blocks.class);

  private Blocks() {}

  static Optional<Block> open(Item item) {
    try {
      return Optional.of(Block.open(item.bytes(ArrivalItems.BLOCK)));
    } catch (DamagedBlock damage) {
      report(item, damage);
      return Optional.empty();
    }
  }

  static void report(Item item, DamagedBlock damage) {
    LOG.error("block {} {} is damaged", item.text("pk"), item.text("sk"), damage);
  }
}
