package io.updraft.device.dynamodb;

import io.updraft.device.domain.Terms;
import io.updraft.device.published.DiscretionItem;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The terms of an update within its item; what most updates have not takes no room. */
final class TermsItem {
  private TermsItem() {}

  static void write(ItemBuilder item, Terms terms) {
    MaintenanceWindow window = terms.window();
    Terms.Return rollback = terms.rollback();
    item.flag("blue_green", terms.blueGreen() ? true : null)
        .text("window", window == null ? null : window.text())
        .texts("triggers", terms.triggers().stream().map(RollbackTrigger::wireName).toList())
        .text("rollback_id", rollback == null ? null : rollback.rollbackId())
        .text("rollback_trigger", rollback == null ? null : rollback.trigger().wireName());
    DiscretionItem.write(item, terms.discretion());
  }

  static Terms read(Item item) {
    Set<RollbackTrigger> triggers =
        item.texts("triggers").stream()
            .map(RollbackTrigger::ofWireName)
            .collect(Collectors.toSet());
    MaintenanceWindow window =
        item.optionalText("window").map(MaintenanceWindow::ofText).orElse(null);
    return new Terms(
        item.flag("blue_green"), triggers, window, DiscretionItem.read(item), rollback(item));
  }

  private static Terms.@Nullable Return rollback(Item item) {
    return item.has("rollback_id")
        ? new Terms.Return(
            item.text("rollback_id"), RollbackTrigger.ofWireName(item.text("rollback_trigger")))
        : null;
  }
}
