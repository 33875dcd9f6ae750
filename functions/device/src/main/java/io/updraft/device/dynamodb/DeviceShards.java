package io.updraft.device.dynamodb;

import io.updraft.dynamodb.Key;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the devices of an organization, of a group and of a model over eight partitions, so that
 * none of these is bound to what one partition can take.
 */
final class DeviceShards {
  static final int COUNT = 8;
  static final String BY_MODEL = "by_model";

  /** Stands in keys for the model of a device that has told none. */
  private static final String NO_MODEL = "-";

  private DeviceShards() {}

  /** Always the same for one id: positions in lists and the places of counts depend on it. */
  static int of(String deviceId) {
    // The upper bits of a multiplicative hash: the lowest three of hashCode know but the sum of
    // every second character.
    return (deviceId.hashCode() * 0x9E3779B9) >>> 29;
  }

  /** The partition of the index {@link #BY_MODEL}. */
  static String list(String organization, int shard) {
    return Key.join(organization, Integer.toString(shard));
  }

  /** The sort key in the index {@link #BY_MODEL}. */
  static String listed(@Nullable String model, String deviceId) {
    return Key.join(named(model), deviceId);
  }

  static String named(@Nullable String model) {
    return model == null ? NO_MODEL : model;
  }

  /** The partition of a part of the group's members. */
  static String group(String organization, String group, int shard) {
    return Key.join(organization, "GROUP", group, Integer.toString(shard));
  }

  /** The key of a device's membership of a group. */
  static Key membership(String organization, String group, String deviceId) {
    return new Key(group(organization, group, of(deviceId)), deviceId);
  }
}
