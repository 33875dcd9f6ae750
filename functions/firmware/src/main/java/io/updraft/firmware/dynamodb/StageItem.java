package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.domain.Upload;
import io.updraft.firmware.domain.Upload.Way;

/** The attributes of a firmware's item that depend on its stage, by {@code status}. */
final class StageItem {
  private StageItem() {}

  static ItemBuilder write(ItemBuilder item, Stage stage) {
    item.text("status", stage.wireName());
    return switch (stage) {
      case Stage.PendingUpload pending -> write(item, pending.upload());
      case Stage.Verifying verifying ->
          write(item, verifying.upload()).text("pinned", verifying.pinned());
      case Stage.Available available -> write(item, available.kept());
      case Stage.Deprecation deprecated -> write(item, deprecated.kept());
      case Stage.Recalled recalled ->
          write(item, recalled.kept()).text("recall_reason", recalled.reason());
      case Stage.Rejected rejected -> item.text("rejection_reason", rejected.reason());
      case Stage.Deleting deleting -> FactsItem.write(item, deleting.file());
      case Stage.Deleted _ -> item;
    };
  }

  static Stage read(Item item) {
    return switch (item.text("status")) {
      case "pending_upload" -> new Stage.PendingUpload(upload(item));
      case "verifying" -> new Stage.Verifying(upload(item), item.text("pinned"));
      case "available" -> new Stage.Available(kept(item));
      case "deprecated" -> new Stage.Deprecation(kept(item));
      case "recalled" -> new Stage.Recalled(kept(item), item.text("recall_reason"));
      case "rejected" -> new Stage.Rejected(item.text("rejection_reason"));
      case "deleting" -> new Stage.Deleting(FactsItem.readFile(item));
      case "deleted" -> new Stage.Deleted();
      default -> throw new IllegalStateException("unknown status " + item.text("status"));
    };
  }

  static ItemBuilder write(ItemBuilder item, Upload upload) {
    return item.text("upload_id", upload.uploadId())
        .text("upload_way", upload.way().name())
        .text("multipart_id", upload.multipartId())
        .time("upload_expires_at", upload.expiresAt());
  }

  static Upload upload(Item item) {
    return new Upload(
        item.text("upload_id"),
        Way.valueOf(item.text("upload_way")),
        item.textOrNull("multipart_id"),
        item.time("upload_expires_at"));
  }

  private static ItemBuilder write(ItemBuilder item, Stage.Kept kept) {
    return FactsItem.write(item, kept.file()).flag("signature_verified", kept.signatureVerified());
  }

  private static Stage.Kept kept(Item item) {
    return new Stage.Kept(FactsItem.readFile(item), item.flag("signature_verified"));
  }
}
