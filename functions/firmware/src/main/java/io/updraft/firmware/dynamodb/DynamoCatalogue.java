package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.firmware.domain.FirmwareId;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import java.util.Optional;

/** The catalogue on the firmware table. */
public final class DynamoCatalogue implements FirmwareCatalogue {
  private final Dynamo dynamo;
  private final String table;

  public DynamoCatalogue(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<FirmwareFacts> find(String organization, String firmwareId) {
    if (!FirmwareId.isOne(firmwareId)) {
      return Optional.empty();
    }
    return dynamo
        .get(table, Keys.firmware(organization, firmwareId), Reading.CONSISTENT)
        .filter(item -> !FirmwareItem.isGone(item))
        .map(FactsItem::read);
  }

  @Override
  public Optional<FirmwareFacts> inVersion(FirmwareFacts firmware, Version version) {
    FirmwareId id = FirmwareId.of(firmware.name(), version, firmware.deviceModel());
    return find(firmware.organization(), id.value());
  }

  @Override
  public Guarded refer(String organization, String firmwareId) {
    // The revision counts, so that a change decided before this one is decided again.
    return Guarded.update(
            table,
            Keys.firmware(organization, firmwareId),
            "SET referred = :referred ADD revision :one")
        .when("#status = :available")
        .with(
            v ->
                v.flag(":referred", true)
                    .number(":one", 1)
                    .text(":available", FirmwareStatus.AVAILABLE.wireName()));
  }
}
