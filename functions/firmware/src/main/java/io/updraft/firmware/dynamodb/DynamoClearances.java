package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.firmware.domain.FirmwareId;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareStatus;
import java.util.Optional;

/** Clearances on the firmware table. */
public final class DynamoClearances implements Clearances {
  private final Dynamo dynamo;
  private final String table;

  public DynamoClearances(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Clearance> read(String organization, String firmwareId) {
    if (!FirmwareId.isOne(firmwareId)) {
      return Optional.empty();
    }
    return dynamo
        .get(table, Keys.clearance(organization, firmwareId), Reading.EVENTUAL)
        .map(ClearanceItem::read);
  }

  @Override
  public Guarded campaignMoved(
      String organization, String firmwareId, String campaignId, CampaignGate gate) {
    Guarded move =
        Guarded.update(
                table,
                Keys.clearance(organization, firmwareId),
                "SET campaigns.#" + campaignId + " = :gate")
            .with(v -> v.text(":gate", ClearanceItem.wireName(gate)));
    return switch (gate) {
      // Whoever opens a gate has read the firmware earlier; it may have been recalled since.
      case OPEN, HOLD ->
          move.when("attribute_exists(pk) AND #status <> :recalled")
              .with(v -> v.text(":recalled", FirmwareStatus.RECALLED.wireName()));
      case PAUSED, CANCELLED -> move.when("attribute_exists(pk)");
    };
  }

  @Override
  public Guarded campaignEnded(String organization, String firmwareId, String campaignId) {
    return Guarded.update(
            table, Keys.clearance(organization, firmwareId), "REMOVE campaigns.#" + campaignId)
        .when("attribute_exists(pk)");
  }
}
