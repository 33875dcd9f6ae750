package io.updraft.campaign.memory;

import io.updraft.dynamodb.Guarded;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Firmware in memory. */
public final class MemoryCatalogue implements FirmwareCatalogue {
  private final Map<String, FirmwareFacts> facts = new ConcurrentHashMap<>();

  /** Firmware 2.0.0 for the model "pump". */
  public static FirmwareFacts firmware(String organization, String id, FirmwareStatus status) {
    return new FirmwareFacts(
        organization,
        id,
        "pump-fw",
        Version.of("2.0.0"),
        "pump",
        Version.of("1.0.0"),
        Version.of("3.0.0"),
        false,
        false,
        status,
        false);
  }

  public MemoryCatalogue put(FirmwareFacts firmware) {
    facts.put(firmware.organization() + "#" + firmware.firmwareId(), firmware);
    return this;
  }

  public MemoryCatalogue put(String organization, String id, FirmwareStatus status) {
    return put(firmware(organization, id, status));
  }

  @Override
  public Optional<FirmwareFacts> find(String organization, String firmwareId) {
    return Optional.ofNullable(facts.get(organization + "#" + firmwareId));
  }

  @Override
  public Optional<FirmwareFacts> inVersion(FirmwareFacts firmware, Version version) {
    return Optional.empty();
  }

  @Override
  public Guarded refer(String organization, String firmwareId) {
    throw new UnsupportedOperationException("the campaigns in memory refer for themselves");
  }
}
