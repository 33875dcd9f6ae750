package io.updraft.device.domain;

import io.updraft.device.published.DeviceIds;
import io.updraft.device.published.Priority;
import io.updraft.firmware.published.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member of the fleet as the registry knows it. A device that appeared by itself has no model
 * yet.
 *
 * @param inbox its unfinished updates
 * @param dialogue what its client has said and wants to be shown, by the DDI protocol
 * @param lastSeen precise to a day: it is written at most once in 24 hours
 */
public record Device(
    String organization,
    String deviceId,
    @Nullable String name,
    @Nullable String model,
    @Nullable Version hardwareVersion,
    @Nullable Version firmwareVersion,
    List<String> groups,
    @Nullable String owner,
    Map<String, String> attributes,
    String status,
    @Nullable Instant lastSeen,
    Instant createdAt,
    List<Note> inbox,
    Outcomes outcomes,
    Dialogue dialogue) {

  /**
   * A device's note of an unfinished update.
   *
   * @param released whether the device may have it
   */
  public record Note(
      String firmwareId,
      String updateId,
      @Nullable String campaignId,
      Priority priority,
      boolean released) {}

  /** How its updates went. */
  public record Outcomes(long total, long successful, long failed) {
    public static final Outcomes NONE = new Outcomes(0, 0, 0);
  }

  /**
   * What of the past matters to a client of the DDI protocol.
   *
   * @param installed the update that was completed last; null before the first
   * @param described whether it has told its attributes since
   * @param consent where each update counts as confirmed already; null where each is asked for
   */
  public record Dialogue(@Nullable String installed, boolean described, @Nullable Consent consent) {
    public static final Dialogue NONE = new Dialogue(null, false, null);
  }

  /** Who has confirmed all updates in advance, why and since when. */
  public record Consent(@Nullable String by, @Nullable String remark, Instant since) {}

  /** What comes first: the highest priority, then the oldest; update ids sort by time. */
  private static final Comparator<Note> DUE =
      Comparator.comparing(Note::priority).reversed().thenComparing(Note::updateId);

  public Device {
    groups = List.copyOf(groups);
    attributes = Map.copyOf(attributes);
    inbox = List.copyOf(inbox);
  }

  /** One of which nothing is known but that it is there. */
  public static Device appeared(String organization, String deviceId, Instant now) {
    return new Device(
        organization,
        deviceId,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        Map.of(),
        "active",
        now,
        now,
        List.of(),
        Outcomes.NONE,
        Dialogue.NONE);
  }

  /** Whether a device can have that id. */
  public static boolean isId(String text) {
    return DeviceIds.isId(text);
  }

  /** The updates that the device may have, in the order in which it is to have them. */
  public Stream<Note> due() {
    return inbox.stream().filter(Note::released).sorted(DUE);
  }

  public Optional<Note> noteFor(String firmwareId) {
    return inbox.stream().filter(n -> n.firmwareId().equals(firmwareId)).findFirst();
  }
}
