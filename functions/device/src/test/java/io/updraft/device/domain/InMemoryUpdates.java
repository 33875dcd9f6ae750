package io.updraft.device.domain;

import io.updraft.device.published.Priority;
import io.updraft.events.Origin;
import io.updraft.events.UpdateEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices and updates of one organization in memory, with what was announced. */
public final class InMemoryUpdates implements Updates {
  private final Map<String, Update> updates = new HashMap<>();
  private final Map<String, Commands> commands = new HashMap<>();
  private final Map<String, Device> devices = new HashMap<>();
  private final List<UpdateEvent> events = new ArrayList<>();
  private final Map<Quota, Integer> charged = new HashMap<>();
  private int overtaken;

  public void add(Device device) {
    devices.put(device.deviceId(), device);
  }

  public void add(Update update) {
    updates.put(update.id(), update);
    note(update);
  }

  /** The next so many moves find that somebody else was faster. */
  public void overtake(int times) {
    overtaken = times;
  }

  public List<String> events() {
    return events.stream().map(UpdateEvent::type).toList();
  }

  public Update get(String updateId) {
    return find("acme", updateId).orElseThrow();
  }

  @Override
  public Optional<Update> find(String organization, String updateId) {
    return Optional.ofNullable(updates.get(updateId))
        .filter(u -> u.assignment().organization().equals(organization));
  }

  @Override
  public Optional<Glance> glance(String organization, String updateId) {
    return find(organization, updateId)
        .map(u -> new Glance(u, commands.getOrDefault(updateId, Commands.NONE)));
  }

  @Override
  public synchronized Stored move(
      Update before, Update after, Origin origin, @Nullable String installedVersion) {
    Update now = get(before.id());
    if (overtaken-- > 0 || now.course().revision() != before.course().revision()) {
      return Stored.OVERTAKEN;
    }
    if (before.status() == UpdateStatus.FAILED && taken(after)) {
      return Stored.TAKEN;
    }
    add(after);
    Announcement.between(before, after).ifPresent(events::add);
    return Stored.MOVED;
  }

  @Override
  public synchronized Creation create(
      Update update, Commands wanted, Origin origin, boolean refer) {
    if (taken(update)) {
      return Creation.TAKEN;
    }
    add(update);
    commands.put(update.id(), wanted);
    events.add(Announcement.ofCreated(update));
    return Creation.CREATED;
  }

  private boolean taken(Update update) {
    Assignment a = update.assignment();
    return findDevice(a.organization(), a.deviceId())
        .flatMap(d -> d.noteFor(a.firmwareId()))
        .isPresent();
  }

  @Override
  public History ofDevice(String organization, String deviceId, int limit, @Nullable String after) {
    List<Update> all =
        updates.values().stream()
            .filter(u -> u.assignment().deviceId().equals(deviceId))
            .filter(u -> after == null || u.id().compareTo(after) < 0)
            .sorted(Comparator.comparing(Update::id).reversed())
            .toList();
    List<Update> page = all.stream().limit(limit).toList();
    return new History(page, all.size() > limit ? page.getLast().id() : null);
  }

  private Optional<Device> findDevice(String organization, String deviceId) {
    return Optional.ofNullable(devices.get(deviceId))
        .filter(d -> d.organization().equals(organization));
  }

  public Devices asDevices() {
    return new Devices() {
      @Override
      public Optional<Device> glance(String organization, String deviceId) {
        return findDevice(organization, deviceId);
      }

      @Override
      public Optional<Device> find(String organization, String deviceId) {
        return findDevice(organization, deviceId);
      }

      @Override
      public Contact seen(
          String organization, String deviceId, Instant now, @Nullable Quota quota) {
        boolean known = findDevice(organization, deviceId).isPresent();
        if (!known && quota != null && charged.merge(quota, 1, Integer::sum) > quota.most()) {
          return Contact.REFUSED;
        }
        add(Samples.device(organization, deviceId, now));
        return Contact.NOTED;
      }
    };
  }

  private void note(Update update) {
    Assignment a = update.assignment();
    Device device = devices.get(a.deviceId());
    if (device != null) {
      List<Device.Note> inbox = new ArrayList<>(device.inbox());
      inbox.removeIf(n -> n.updateId().equals(a.updateId()));
      if (!update.status().ended()) {
        inbox.add(note(a, update.status() != UpdateStatus.CREATED));
      }
      add(Samples.withInbox(device, inbox));
    }
  }

  private static Device.Note note(Assignment a, boolean released) {
    Priority priority = a.priority();
    return new Device.Note(a.firmwareId(), a.updateId(), a.campaignId(), priority, released);
  }
}
