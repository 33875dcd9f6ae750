package io.updraft.device.dynamodb;

import io.updraft.device.domain.Device;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.DeviceFacts;
import io.updraft.device.published.DeviceFacts.Held;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory on the devices table. Members of groups are read consistently; those of a model
 * through an index, which follows its table within moments.
 */
public final class DynamoDeviceDirectory implements DeviceDirectory {
  private final Dynamo dynamo;
  private final String table;
  private final DeviceCounts counts;

  /**
   * A directory on a client and a table.
   *
   * @param table name of the devices table
   */
  public DynamoDeviceDirectory(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.counts = new DeviceCounts(table);
  }

  @Override
  public List<DeviceFacts> find(String organization, List<String> deviceIds) {
    List<Key> keys = deviceIds.stream().map(id -> DeviceItems.key(organization, id)).toList();
    return dynamo.getAll(table, keys, Reading.CONSISTENT).stream()
        .map(DeviceItems::read)
        .map(DynamoDeviceDirectory::facts)
        .toList();
  }

  @Override
  public Ids members(String organization, String group, @Nullable String after, int limit) {
    return ids(DeviceWalk.ofGroup(table, organization, group), after, limit);
  }

  @Override
  public Ids ofModel(String organization, String model, @Nullable String after, int limit) {
    return ids(DeviceWalk.ofModel(table, organization, model), after, limit);
  }

  @Override
  public long countMembers(String organization, String group) {
    return counts.sum(dynamo, organization, DeviceCounts.By.GROUP, group);
  }

  @Override
  public long countOfModel(String organization, String model) {
    return counts.sum(dynamo, organization, DeviceCounts.By.MODEL, model);
  }

  private Ids ids(DeviceWalk walk, @Nullable String after, int limit) {
    List<DeviceWalk.Step> steps = walk.steps(dynamo, after, limit);
    List<String> deviceIds = steps.stream().map(DeviceWalk.Step::deviceId).toList();
    return new Ids(deviceIds, steps.size() < limit ? null : steps.getLast().position());
  }

  private static DeviceFacts facts(Device device) {
    return new DeviceFacts(
        device.deviceId(),
        device.model(),
        device.hardwareVersion(),
        device.firmwareVersion(),
        device.owner(),
        device.groups(),
        device.status(),
        device.attributes(),
        device.inbox().stream().map(DynamoDeviceDirectory::held).toList());
  }

  private static Held held(Device.Note note) {
    return new Held(note.firmwareId(), note.updateId(), note.campaignId());
  }
}
