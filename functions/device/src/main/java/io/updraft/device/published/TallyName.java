package io.updraft.device.published;

/**
 * Names one tally.
 *
 * @param tallied the campaign, the rollbacks of a campaign, or the firmware of updates outside
 *     campaigns
 */
public record TallyName(String organization, String tallied) {
  private static final String ROLLBACKS = "~rollback";

  /** Reads the partition key of a shard, as the stream of the tallies' table brings it. */
  public static TallyName ofPartitionKey(String pk) {
    String[] parts = pk.split("#", -1);
    return new TallyName(parts[0], parts[1]);
  }

  /** What counts the rollbacks of a campaign. */
  public static String rollbacksOf(String campaignId) {
    return campaignId + ROLLBACKS;
  }

  /** Whether it counts the rollbacks of a campaign, to several firmwares perhaps. */
  public boolean countsRollbacks() {
    return tallied.endsWith(ROLLBACKS);
  }
}
