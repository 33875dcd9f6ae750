package io.updraft.device.domain;

import io.updraft.dynamodb.Guarded;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One firmware, whose state and campaigns a test sets. */
public final class FakeClearances implements Clearances, FirmwareCatalogue {
  private final Map<String, CampaignGate> gates = new HashMap<>();
  private final Map<String, FirmwareStatus> earlier = new HashMap<>();
  private FirmwareStatus status = FirmwareStatus.AVAILABLE;
  private boolean securityUpdate;

  public void status(FirmwareStatus value) {
    status = value;
  }

  public void gate(String campaignId, CampaignGate gate) {
    gates.put(campaignId, gate);
  }

  public void securityUpdate() {
    securityUpdate = true;
  }

  /** The same firmware in another version. */
  public void earlier(String version, FirmwareStatus value) {
    earlier.put(version, value);
  }

  /** The id that the firmware has in another version. */
  public static String idOf(String version) {
    return "%032x".formatted(version.hashCode());
  }

  private FirmwareFacts facts() {
    return facts(Samples.FIRMWARE, "2.0.0", status);
  }

  private FirmwareFacts facts(String firmwareId, String version, FirmwareStatus status) {
    return new FirmwareFacts(
        "acme",
        firmwareId,
        "gateway",
        Version.of(version),
        "gw-1",
        Version.of("1.0.0"),
        Version.of("3.0.0"),
        false,
        securityUpdate,
        status,
        true);
  }

  @Override
  public Optional<Clearance> read(String organization, String firmwareId) {
    FirmwareFile file =
        new FirmwareFile(
            "gateway.bin", 1024, "d41d", "da39", "e3b0", null, null, "firmware/acme/f/gateway.bin");
    return known(organization, firmwareId)
        ? Optional.of(new Clearance(facts(), file, gates))
        : Optional.empty();
  }

  @Override
  public Optional<FirmwareFacts> find(String organization, String firmwareId) {
    return known(organization, firmwareId)
        ? Optional.of(facts())
        : earlier.entrySet().stream()
            .filter(e -> organization.equals("acme") && firmwareId.equals(idOf(e.getKey())))
            .findFirst()
            .map(e -> facts(firmwareId, e.getKey(), e.getValue()));
  }

  @Override
  public Optional<FirmwareFacts> inVersion(FirmwareFacts firmware, Version version) {
    return find(firmware.organization(), idOf(version.text()));
  }

  private static boolean known(String organization, String firmwareId) {
    return organization.equals("acme") && firmwareId.equals(Samples.FIRMWARE);
  }

  @Override
  public Guarded refer(String organization, String firmwareId) {
    throw new IllegalStateException("it is referred to already");
  }

  @Override
  public Guarded campaignMoved(
      String organization, String firmwareId, String campaignId, CampaignGate gate) {
    throw new IllegalStateException("campaigns are moved elsewhere");
  }

  @Override
  public Guarded campaignEnded(String organization, String firmwareId, String campaignId) {
    throw new IllegalStateException("campaigns are ended elsewhere");
  }
}
