package io.updraft.device.published;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;

/** A discretion among the attributes of an item; none at all takes no room. */
public final class DiscretionItem {
  private static final String MODE = "install_mode";
  private static final String FORCED_AT = "forced_at";
  private static final String CONFIRMATION = "confirmation";

  private DiscretionItem() {}

  public static void write(ItemBuilder item, Discretion discretion) {
    boolean plain = discretion.mode() == InstallMode.FORCED;
    item.text(MODE, plain ? null : discretion.mode().wireName())
        .time(FORCED_AT, discretion.forcedAt())
        .flag(CONFIRMATION, discretion.confirmation() ? true : null);
  }

  public static Discretion read(Item item) {
    return new Discretion(
        item.optionalText(MODE).map(InstallMode::ofWireName).orElse(InstallMode.FORCED),
        item.timeOrNull(FORCED_AT),
        item.flag(CONFIRMATION));
  }
}
