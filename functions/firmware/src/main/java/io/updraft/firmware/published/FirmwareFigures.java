package io.updraft.firmware.published;

/** Takes what is known of a firmware's updates, for its download count and success rate. */
public interface FirmwareFigures {
  /**
   * Replaces the contribution of one source (a campaign, or the updates outside campaigns), so that
   * telling it again changes nothing.
   */
  void record(Contribution contribution);

  /**
   * The absolute figures of one source.
   *
   * @param version grows with each change of the source; an older one than known is ignored
   */
  record Contribution(
      String organization,
      String firmwareId,
      String source,
      long version,
      long downloads,
      long completed,
      long failed) {}
}
