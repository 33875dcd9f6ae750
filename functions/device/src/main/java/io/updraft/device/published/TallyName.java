package io.updraft.device.published;

/**
 * Names one tally.
 *
 * @param tallied the campaign, or the firmware of updates outside campaigns
 */
public record TallyName(String organization, String tallied) {
  /** Reads the partition key of a shard, as the stream of the tallies' table brings it. */
  public static TallyName ofPartitionKey(String pk) {
    String[] parts = pk.split("#", -1);
    return new TallyName(parts[0], parts[1]);
  }
}
