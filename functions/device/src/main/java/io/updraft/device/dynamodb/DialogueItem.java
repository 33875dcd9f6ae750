package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Dialogues;
import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The dialogue with a device within its item: {@code installed} is written with the update that
 * completes, {@code described} with what the device tells, {@code consent} by itself.
 */
final class DialogueItem implements Dialogues {
  private static final String DESCRIBED = "described";
  private static final String CONSENT = "consent";

  private final Dynamo dynamo;
  private final String table;

  DialogueItem(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  static Device.Dialogue read(Item item) {
    Device.Consent consent = item.has(CONSENT) ? consent(item.map(CONSENT)) : null;
    return new Device.Dialogue(item.textOrNull("installed"), item.flag(DESCRIBED), consent);
  }

  private static Device.Consent consent(Item item) {
    return new Device.Consent(item.textOrNull("by"), item.textOrNull("remark"), item.time("since"));
  }

  @Override
  public void described(String organization, String deviceId) {
    write(change(organization, deviceId, "SET described = :yes").with(v -> v.flag(":yes", true)));
  }

  @Override
  public boolean consent(String organization, String deviceId, Device.@Nullable Consent consent) {
    return consent == null
        ? write(change(organization, deviceId, "REMOVE consent"))
        : write(
            change(organization, deviceId, "SET consent = :consent")
                .with(v -> v.map(":consent", item(consent))));
  }

  private static Map<String, AttributeValue> item(Device.Consent consent) {
    return Item.build()
        .text("by", consent.by())
        .text("remark", consent.remark())
        .time("since", consent.since())
        .attributes();
  }

  private Guarded change(String organization, String deviceId, String expression) {
    return Guarded.update(table, DeviceItems.key(organization, deviceId), expression)
        .when("attribute_exists(pk)");
  }

  private boolean write(Guarded change) {
    return dynamo.write(change) instanceof Commit.Committed;
  }
}
