package io.updraft.device.domain;

import io.updraft.device.published.Priority;
import io.updraft.events.Event;
import io.updraft.events.Origin;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
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
  private final Map<String, Rollback> rollbacks = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final Map<Quota, Integer> charged = new HashMap<>();
  private int overtaken;
  private boolean rollbacksBroken;
  private String unreachable = "";

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

  /** The table is away whenever an update of this device is to be created. */
  public void failCreationFor(String deviceId) {
    unreachable = deviceId;
  }

  /** No rollback can begin, as after a crash. */
  public void breakRollbacks() {
    rollbacksBroken = true;
  }

  public List<String> events() {
    return events.stream().map(Event::type).toList();
  }

  /** All rollbacks, in the order of their ids. */
  public List<Rollback> rollbacks() {
    return rollbacks.values().stream().sorted(Comparator.comparing(Rollback::rollbackId)).toList();
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
        .map(u -> new Glance(u, commands.getOrDefault(updateId, Commands.NONE), List.of()));
  }

  @Override
  public synchronized Stored move(
      Update before, Update after, Origin origin, @Nullable String installedVersion) {
    Update now = get(before.id());
    if (overtaken-- > 0 || now.course().revision() != before.course().revision()) {
      return Stored.OVERTAKEN;
    }
    if (before.status() == UpdateStatus.FAILED && !after.status().ended() && taken(after)) {
      return Stored.TAKEN;
    }
    add(after);
    Announcement.between(before, after).ifPresent(events::add);
    RollbackEnd.between(before, after).ifPresent(this::end);
    return Stored.MOVED;
  }

  @Override
  public synchronized Creation create(
      Update update, Commands wanted, Origin origin, boolean refer) {
    if (update.assignment().deviceId().equals(unreachable)) {
      throw new DependencyUnavailable("the table", Duration.ofSeconds(2), null);
    }
    if (taken(update)) {
      return Creation.TAKEN;
    }
    add(update);
    commands.put(update.id(), wanted);
    events.add(Announcement.ofCreated(update));
    return Creation.CREATED;
  }

  private void end(RollbackEnd end) {
    rollbacks.computeIfPresent(
        end.rollbackId(),
        (_, r) ->
            new Rollback(
                r.organization(),
                r.rollbackId(),
                r.campaignId(),
                r.deviceId(),
                r.trigger(),
                r.reason(),
                r.fromVersion(),
                r.toVersion(),
                end.status(),
                r.startedAt(),
                end.at(),
                end.errorMessage(),
                r.updateId()));
    events.add(end.event());
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

  public Rollbacks asRollbacks() {
    return new InMemoryRollbacks();
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

  /** The rollbacks beside the updates. */
  private final class InMemoryRollbacks implements Rollbacks {
    @Override
    public Optional<Rollback> find(String organization, String rollbackId) {
      return Optional.ofNullable(rollbacks.get(rollbackId))
          .filter(r -> r.organization().equals(organization));
    }

    @Override
    public Begun begin(Rollback rollback, Update update, Origin origin, boolean refer) {
      requireWhole();
      if (rollbacks.containsKey(rollback.rollbackId())) {
        return Begun.ALREADY;
      }
      if (findDevice(rollback.organization(), rollback.deviceId()).isEmpty()) {
        return Begun.DEVICE_GONE;
      }
      boolean another =
          rollbacks.values().stream()
              .filter(r -> r.deviceId().equals(rollback.deviceId()))
              .anyMatch(r -> r.status() == RollbackStatus.IN_PROGRESS);
      if (another || create(update, Commands.NONE, origin, refer) == Creation.TAKEN) {
        return Begun.TAKEN;
      }
      rollbacks.put(rollback.rollbackId(), rollback);
      events.add(RollbackEnd.initiated(rollback));
      return Begun.BEGUN;
    }

    private void requireWhole() {
      if (rollbacksBroken) {
        throw new IllegalStateException("rollbacks are broken");
      }
    }

    @Override
    public void record(Rollback failed, Origin origin) {
      requireWhole();
      if (rollbacks.putIfAbsent(failed.rollbackId(), failed) == null) {
        events.add(RollbackEnd.initiated(failed));
        events.add(RollbackEnd.failed(failed));
      }
    }

    @Override
    public Listing list(
        String organization, RollbackFilter filter, int limit, @Nullable String before) {
      List<Rollback> all =
          rollbacks().reversed().stream()
              .filter(r -> r.organization().equals(organization) && filter.matches(r))
              .filter(r -> before == null || r.rollbackId().compareTo(before) < 0)
              .toList();
      List<Rollback> page = all.stream().limit(limit).toList();
      return new Listing(page, all.size() > limit ? page.getLast().rollbackId() : null);
    }
  }

  private static Device.Note note(Assignment a, boolean released) {
    Priority priority = a.priority();
    return new Device.Note(a.firmwareId(), a.updateId(), a.campaignId(), priority, released);
  }
}
