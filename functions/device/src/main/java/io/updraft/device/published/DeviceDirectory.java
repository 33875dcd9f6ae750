package io.updraft.device.published;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the devices that a campaign names, by id, by group and by model. */
public interface DeviceDirectory {
  /** Those of the ids that exist, strongly consistent, in the order of the ids; at most 100 ids. */
  List<DeviceFacts> find(String organization, List<String> deviceIds);

  /** The ids of a group's members, page by page, each once, in a stable order. */
  Ids members(String organization, String group, @Nullable String after, int limit);

  /** The ids of the devices of a model, page by page, each once, in a stable order. */
  Ids ofModel(String organization, String model, @Nullable String after, int limit);

  /** The maintained number of a group's members. */
  long countMembers(String organization, String group);

  /** The maintained number of devices of a model. */
  long countOfModel(String organization, String model);

  /**
   * One page; it can be short, even empty, and not the last.
   *
   * @param next where to continue, or null at the end
   */
  record Ids(List<String> deviceIds, @Nullable String next) {
    public Ids {
      deviceIds = List.copyOf(deviceIds);
    }
  }
}
