package io.updraft.campaign.memory;

import io.updraft.device.published.CampaignUpdates;
import io.updraft.device.published.DeviceFacts.Held;
import io.updraft.device.published.InstallMode;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Tally;
import io.updraft.device.published.Target;
import io.updraft.device.published.UpdateView;
import io.updraft.device.published.UpdateViews;
import io.updraft.dynamodb.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Updates in memory, with what devices do to them. */
public final class MemoryUpdates implements CampaignUpdates, UpdateViews {
  /** Where an update is, as far as the engine can tell. */
  public enum State {
    CREATED,
    SCHEDULED,
    ON_DEVICE,
    /** In a blue-green campaign: waits for the switch. */
    INSTALLED,
    /** Failed, and to be tried again. */
    RETRYING,
    COMPLETED,
    FAILED,
    CANCELLED
  }

  /** One update. */
  public record Entry(
      String organization,
      String updateId,
      String deviceId,
      String firmwareId,
      @Nullable String campaignId,
      State state,
      boolean silent,
      boolean cancelling) {

    boolean ended() {
      return state.compareTo(State.COMPLETED) >= 0;
    }

    boolean occupies() {
      return !silent
          && (state == State.SCHEDULED || state == State.ON_DEVICE || state == State.RETRYING);
    }

    Entry in(State next) {
      return new Entry(
          organization, updateId, deviceId, firmwareId, campaignId, next, false, cancelling);
    }

    Entry beingSilent() {
      return new Entry(
          organization, updateId, deviceId, firmwareId, campaignId, state, true, cancelling);
    }

    Entry beingCancelled() {
      return new Entry(
          organization, updateId, deviceId, firmwareId, campaignId, state, silent, true);
    }
  }

  /** Where taking a device back is. */
  public enum Back {
    RUNNING,
    DONE,
    FAILED
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Back> backs = new LinkedHashMap<>();
  private final Set<String> armed = new HashSet<>();
  private final Runnable turn;
  private final Runnable changed;

  public MemoryUpdates() {
    this(() -> {}, () -> {});
  }

  /**
   * With hooks.
   *
   * @param turn called before each call of a port
   * @param changed called after each change of a tally
   */
  public MemoryUpdates(Runnable turn, Runnable changed) {
    this.turn = turn;
    this.changed = changed;
  }

  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  public List<Entry> where(Predicate<Entry> condition) {
    return entries.values().stream().filter(condition).toList();
  }

  /** What a device makes of its update. */
  public void set(String updateId, State state) {
    entries.computeIfPresent(updateId, (id, entry) -> entry.in(state));
    changed.run();
  }

  /** The device was not heard of for the timeout. */
  public void silence(String updateId) {
    entries.computeIfPresent(updateId, (id, entry) -> entry.beingSilent());
    changed.run();
  }

  /** An update that no campaign of the test has made. */
  public void foreign(String organization, String deviceId, String firmwareId) {
    String id = "upd_foreign_" + entries.size();
    entries.put(
        id, new Entry(organization, id, deviceId, firmwareId, null, State.SCHEDULED, false, false));
  }

  List<Held> heldBy(String organization, String deviceId) {
    return where(
            e ->
                !e.ended()
                    && e.organization().equals(organization)
                    && e.deviceId().equals(deviceId))
        .stream()
        .map(e -> new Held(e.firmwareId(), e.updateId(), e.campaignId()))
        .toList();
  }

  /** Whether all could be held; none is otherwise. */
  boolean holdAll(Rollout rollout, List<Target> targets) {
    boolean free =
        targets.stream()
            .allMatch(
                t ->
                    !entries.containsKey(t.updateId())
                        && heldBy(rollout.organization(), t.deviceId()).stream()
                            .noneMatch(h -> h.firmwareId().equals(rollout.firmwareId())));
    if (free) {
      targets.forEach(t -> entries.put(t.updateId(), created(rollout, t)));
      changed.run();
    }
    return free;
  }

  private static Entry created(Rollout rollout, Target target) {
    return new Entry(
        rollout.organization(),
        target.updateId(),
        target.deviceId(),
        rollout.firmwareId(),
        rollout.campaignId(),
        State.CREATED,
        false,
        false);
  }

  @Override
  public Transaction hold(Rollout rollout, int chunk, List<Target> targets) {
    throw new UnsupportedOperationException("the engines in memory hold for themselves");
  }

  @Override
  public Release release(Rollout rollout, Target target) {
    turn.run();
    Entry entry = Optional.ofNullable(entries.get(target.updateId())).orElseThrow();
    if (entry.state() == State.CREATED) {
      set(target.updateId(), State.SCHEDULED);
      return Release.RELEASED;
    }
    return entry.ended() ? Release.ENDED : Release.ALREADY;
  }

  @Override
  public void cancel(Rollout rollout, Target target, String reason) {
    turn.run();
    Entry entry = Optional.ofNullable(entries.get(target.updateId())).orElseThrow();
    if (entry.state().compareTo(State.ON_DEVICE) < 0) {
      set(target.updateId(), State.CANCELLED);
    } else if (entry.state() == State.RETRYING) {
      set(target.updateId(), State.FAILED);
    } else if (!entry.ended()) {
      entries.put(entry.updateId(), entry.beingCancelled());
    }
  }

  @Override
  public void arm(Rollout rollout, Target target) {
    turn.run();
    if (found(target).state() == State.INSTALLED) {
      armed.add(target.updateId());
    }
  }

  /** The updates whose devices know by when they are to switch. */
  public Set<String> armed() {
    return Set.copyOf(armed);
  }

  private Entry found(Target target) {
    return Optional.ofNullable(entries.get(target.updateId())).orElseThrow();
  }

  @Override
  public RollingBack rollBack(
      Rollout rollout, Target target, RollbackTrigger trigger, String reason) {
    turn.run();
    Entry entry = found(target);
    if (!entry.ended()) {
      return RollingBack.UNFINISHED;
    }
    if (entry.state() != State.COMPLETED) {
      return RollingBack.NEEDLESS;
    }
    if (backs.containsKey(target.updateId())) {
      return RollingBack.ALREADY;
    }
    boolean possible = target.deviceId().hashCode() % 7 != 0;
    back(target.updateId(), possible ? Back.RUNNING : Back.FAILED);
    return possible ? RollingBack.BEGUN : RollingBack.IMPOSSIBLE;
  }

  /** The rollbacks by the updates that they take back. */
  public Map<String, Back> backs() {
    return Map.copyOf(backs);
  }

  /** What becomes of a rollback. */
  public void back(String updateId, Back state) {
    backs.put(updateId, state);
    changed.run();
  }

  @Override
  public Tally rollbackTally(String organization, String campaignId) {
    turn.run();
    return rollbacksNow();
  }

  /** The tally of the rollbacks without a turn. */
  public Tally rollbacksNow() {
    return backs.values().stream().map(MemoryUpdates::counted).reduce(Tally.NONE, Tally::plus);
  }

  private static Tally counted(Back back) {
    long running = one(back == Back.RUNNING);
    long done = one(back == Back.DONE);
    return new Tally(1, 0, running, done, one(back == Back.FAILED), 0, running, 0, 0, 0, 0);
  }

  @Override
  public Tally tally(String organization, String campaignId) {
    turn.run();
    return tallyNow(organization, campaignId);
  }

  /** The tally without a turn, for the eyes of a test. */
  public Tally tallyNow(String organization, String campaignId) {
    return where(e -> e.organization().equals(organization) && campaignId.equals(e.campaignId()))
        .stream()
        .map(MemoryUpdates::counted)
        .reduce(Tally.NONE, Tally::plus);
  }

  private static Tally counted(Entry e) {
    return new Tally(
        1,
        one(e.state() == State.CREATED || e.state() == State.SCHEDULED),
        one(e.state() == State.ON_DEVICE || e.state() == State.INSTALLED),
        one(e.state() == State.COMPLETED),
        one(e.state() == State.FAILED || e.state() == State.RETRYING),
        one(e.state() == State.CANCELLED),
        one(e.occupies()),
        0,
        one(e.state() == State.SCHEDULED),
        one(e.state() == State.INSTALLED),
        one(e.state() == State.RETRYING));
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }

  @Override
  public List<UpdateView> find(String organization, List<String> updateIds) {
    turn.run();
    List<UpdateView> views = new ArrayList<>();
    for (String id : updateIds) {
      Entry entry = entries.get(id);
      if (entry != null && entry.organization().equals(organization)) {
        views.add(view(entry));
      }
    }
    return views;
  }

  private static UpdateView view(Entry e) {
    String status =
        e.state() == State.ON_DEVICE ? "in_progress" : e.state().name().toLowerCase(Locale.ROOT);
    return new UpdateView(
        e.updateId(),
        e.deviceId(),
        e.campaignId(),
        null,
        new UpdateView.Firmware(e.firmwareId(), "2.0.0"),
        status,
        "normal",
        0,
        0,
        0,
        null,
        Map.of(),
        null,
        "2.0.0",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        3,
        null,
        null,
        InstallMode.FORCED,
        null,
        false,
        null,
        null,
        true,
        "olga",
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
