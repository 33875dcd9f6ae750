package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemPage;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.firmware.domain.Figures;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Firmware by the index {@code newest}, and their figures. */
public final class DynamoShelf implements Shelf {
  /** A filter that hardly anything passes ends early, with a cursor, not after reading all. */
  private static final int MOST_PAGES = 20;

  private static final int PAGE = 200;

  private final Dynamo dynamo;
  private final String table;

  public DynamoShelf(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Row row(Search search) {
    List<Firmware> found = new ArrayList<>();
    int wanted = search.offset() + search.limit();
    Map<String, AttributeValue> last = search.after().map(a -> start(search, a)).orElse(null);
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      ItemPage page = dynamo.query(query(search, last));
      page.items().stream().map(FirmwareItem::read).forEach(found::add);
      last = page.last();
      if (last == null || found.size() > wanted) {
        break;
      }
    }
    return row(search, found, last);
  }

  private static Row row(
      Search search, List<Firmware> found, @Nullable Map<String, AttributeValue> last) {
    int wanted = search.offset() + search.limit();
    List<Firmware> shown =
        found.subList(Math.min(search.offset(), found.size()), Math.min(wanted, found.size()));
    if (found.size() > wanted) {
      return new Row(shown, Optional.of(FirmwareItem.listKey(found.get(wanted - 1))));
    }
    return new Row(
        shown, Optional.ofNullable(last).map(Item::new).map(position -> position.text("list_sk")));
  }

  @Override
  public Map<String, Figures> figures(String organization, Collection<String> firmwareIds) {
    Map<String, Figures> figures = new HashMap<>();
    firmwareIds.forEach(id -> figures.put(id, Figures.NONE));
    List<Key> keys = firmwareIds.stream().map(id -> Keys.figures(organization, id)).toList();
    for (Item item : dynamo.getAll(table, keys, Reading.EVENTUAL)) {
      String id = item.text("pk").substring(organization.length() + 1);
      figures.put(id, new FiguresItem(item).sums());
    }
    return figures;
  }

  private PartitionQuery query(Search search, @Nullable Map<String, AttributeValue> last) {
    PartitionQuery query =
        PartitionQuery.of(table, "list_pk = :org", v -> v.text(":org", search.organization()))
            .onIndex(Keys.NEWEST)
            .newestFirst()
            .limited(Math.min(PAGE, search.offset() + search.limit() + 1))
            .after(last);
    return FilterExpression.of(search.filter()).appliedTo(query);
  }

  /** Rebuilt from the caller's organization, so that no position leads into another's. */
  private static Map<String, AttributeValue> start(Search search, String listKey) {
    String firmwareId = listKey.substring(listKey.indexOf('#') + 1);
    Map<String, AttributeValue> start =
        new HashMap<>(Keys.firmware(search.organization(), firmwareId).attributes());
    start.put("list_pk", AttributeValue.fromS(search.organization()));
    start.put("list_sk", AttributeValue.fromS(listKey));
    return start;
  }
}
