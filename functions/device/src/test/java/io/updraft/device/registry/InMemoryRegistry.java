package io.updraft.device.registry;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.Quota;
import io.updraft.events.Origin;
import io.updraft.http.Selection.Batch;
import io.updraft.http.Selection.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The registry in memory, for the tests of use cases. */
public final class InMemoryRegistry implements Registry {
  private final Map<String, Registered> devices = new TreeMap<>();
  private final Map<Quota, Integer> charged = new HashMap<>();
  private final List<String> deleted = new ArrayList<>();
  private int overtaking;

  /** Lets somebody else be first at the next so many writes. */
  public void overtake(int writes) {
    overtaking = writes;
  }

  /** The ids of deleted devices, in order. */
  public List<String> deleted() {
    return List.copyOf(deleted);
  }

  /** Changes a device behind the registry's back, as updates do. */
  public void alter(String organization, String deviceId, UnaryOperator<Device> change) {
    devices.computeIfPresent(
        key(organization, deviceId),
        (key, old) ->
            new Registered(
                change.apply(old.device()), old.revision(), old.updatedAt(), old.updatedBy()));
  }

  @Override
  public Optional<Registered> find(String organization, String deviceId) {
    return Optional.ofNullable(devices.get(key(organization, deviceId)));
  }

  @Override
  public Stored add(Registered device, @Nullable Quota quota) {
    if (overtaken() || devices.containsKey(key(device))) {
      return Stored.OVERTAKEN;
    }
    if (quota != null && charged.getOrDefault(quota, 0) >= quota.most()) {
      return Stored.REFUSED;
    }
    if (quota != null) {
      charged.merge(quota, 1, Integer::sum);
    }
    devices.put(key(device), device);
    return Stored.DONE;
  }

  @Override
  public Stored change(Registered before, Registered after) {
    if (overtaken() || !unchanged(before)) {
      return Stored.OVERTAKEN;
    }
    devices.put(key(after), after);
    return Stored.DONE;
  }

  @Override
  public Stored remove(Registered device, Origin origin, Instant now) {
    if (overtaken() || !unchanged(device) || !inbox(device).isEmpty()) {
      return Stored.OVERTAKEN;
    }
    devices.remove(key(device));
    deleted.add(device.device().deviceId());
    return Stored.DONE;
  }

  @Override
  public Batch<Registered> browse(
      String organization, Filter filter, @Nullable String after, int limit) {
    Filter narrowest =
        new Filter(
            filter.group(), filter.group() == null ? filter.model() : null, null, null, null);
    List<Place<Registered>> places =
        devices.values().stream()
            .filter(d -> d.device().organization().equals(organization))
            .filter(d -> narrowest.matches(d.device()))
            .filter(d -> after == null || d.device().deviceId().compareTo(after) > 0)
            .limit(limit)
            .map(d -> new Place<>(d.device().deviceId(), d))
            .toList();
    return new Batch<>(places, places.size() < limit ? null : places.getLast().position());
  }

  private boolean overtaken() {
    return overtaking-- > 0;
  }

  private boolean unchanged(Registered read) {
    return find(read.device().organization(), read.device().deviceId())
        .filter(now -> now.revision() == read.revision())
        .filter(now -> now.device().createdAt().equals(read.device().createdAt()))
        .isPresent();
  }

  private List<Device.Note> inbox(Registered read) {
    return find(read.device().organization(), read.device().deviceId())
        .orElseThrow()
        .device()
        .inbox();
  }

  private static String key(Registered device) {
    return key(device.device().organization(), device.device().deviceId());
  }

  private static String key(String organization, String deviceId) {
    return organization + "#" + deviceId;
  }
}
