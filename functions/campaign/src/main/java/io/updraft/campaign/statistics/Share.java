package io.updraft.campaign.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.UpdateCounts;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one model, or one version for one model, has of the updates.
 *
 * @param version null where the figures are of all versions
 * @param successRate completed / (completed + failed), 0 to 1; null before an update has ended
 */
record Share(
    String deviceModel,
    @Nullable String version,
    long total,
    long pending,
    long inProgress,
    long completed,
    long failed,
    long cancelled,
    @Nullable Double successRate,
    long downloads,
    long bytesSent) {
  private static final String UNKNOWN = "unknown";

  /** By model, in alphabetical order. */
  static List<Share> byModel(List<FirmwareUpdates> all) {
    return shares(all, FirmwareUpdates::deviceModel, false);
  }

  /** By model and version, in alphabetical order. */
  static List<Share> byVersion(List<FirmwareUpdates> all) {
    return shares(all, f -> f.deviceModel() + "\n" + f.version(), true);
  }

  private static List<Share> shares(
      List<FirmwareUpdates> all, Function<FirmwareUpdates, String> group, boolean versions) {
    return all.stream().collect(groupingBy(group, TreeMap::new, toList())).values().stream()
        .map(some -> share(some, versions))
        .toList();
  }

  private static Share share(List<FirmwareUpdates> some, boolean versions) {
    UpdateCounts counts =
        some.stream().map(f -> f.figures().counts()).reduce(UpdateCounts.NONE, UpdateCounts::plus);
    FirmwareUpdates first = some.getFirst();
    return new Share(
        named(first.deviceModel()),
        versions ? named(first.version()) : null,
        counts.total(),
        counts.pending(),
        counts.inProgress(),
        counts.completed(),
        counts.failed(),
        counts.cancelled(),
        counts.successRate(),
        counts.downloads(),
        some.stream().mapToLong(FirmwareUpdates::bytesSent).sum());
  }

  private static String named(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }
}
