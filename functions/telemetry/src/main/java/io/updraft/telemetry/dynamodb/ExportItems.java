package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.telemetry.export.Export;
import io.updraft.telemetry.export.Export.Progress;
import io.updraft.telemetry.export.Export.Status;
import io.updraft.telemetry.reading.Question;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Exports as items of the exports table: {@code pk} is the organization, {@code sk} the id. */
final class ExportItems {
  private ExportItems() {}

  static Key key(String organization, String exportId) {
    return new Key(organization, exportId);
  }

  static Export read(Item item) {
    return new Export(
        item.text("sk"),
        question(item),
        item.text("requested_by"),
        item.time("created_at"),
        Status.valueOf(item.text("status").toUpperCase(Locale.ROOT)),
        progress(item),
        item.textOrNull("error"),
        item.time("updated_at"),
        item.number("version"));
  }

  private static Question question(Item item) {
    return new Question(
        item.text("pk"),
        item.texts("metrics"),
        item.texts("devices"),
        item.number("from"),
        item.number("to"),
        Map.of());
  }

  private static Progress progress(Item item) {
    return new Progress(
        place(item),
        item.flag("read"),
        item.textOrNull("upload_id"),
        item.texts("parts"),
        item.number("points"),
        item.number("size"),
        Math.toIntExact(item.number("damaged_blocks")));
  }

  private static Question.@Nullable Place place(Item item) {
    return item.has("next_device")
        ? new Question.Place(
            item.text("next_device"), item.text("next_metric"), item.number("next_time"))
        : null;
  }

  static Map<String, AttributeValue> written(Export export) {
    Map<String, AttributeValue> item =
        new HashMap<>(key(export.organization(), export.exportId()).attributes());
    item.putAll(asked(export));
    item.putAll(made(export.progress()));
    return item;
  }

  private static Map<String, AttributeValue> asked(Export export) {
    Question question = export.question();
    return Item.build()
        .texts("metrics", question.metrics())
        .texts("devices", question.devices())
        .number("from", question.from())
        .number("to", question.to())
        .text("requested_by", export.requestedBy())
        .time("created_at", export.createdAt())
        .time("updated_at", export.updatedAt())
        .expiry("expires_at", export.expiresAt())
        .text("status", export.status().name().toLowerCase(Locale.ROOT))
        .text("error", export.error())
        .number("version", export.version())
        .attributes();
  }

  private static Map<String, AttributeValue> made(Progress progress) {
    ItemBuilder item =
        Item.build()
            .flag("read", progress.read())
            .text("upload_id", progress.uploadId())
            .texts("parts", progress.parts())
            .number("points", progress.points())
            .number("size", progress.size())
            .number("damaged_blocks", progress.damagedBlocks());
    Question.Place next = progress.next();
    if (next != null) {
      item.text("next_device", next.device())
          .text("next_metric", next.metric())
          .number("next_time", next.time());
    }
    return item.attributes();
  }
}
