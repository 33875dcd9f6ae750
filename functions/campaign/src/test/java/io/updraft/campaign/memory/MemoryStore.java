package io.updraft.campaign.memory;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFilter;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Happening;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Targets;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.domain.Timelines;
import io.updraft.device.published.Rollout;
import io.updraft.device.published.Target;
import io.updraft.events.Envelope;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Campaigns with their engines, targets, timelines, gates and events in memory. */
public final class MemoryStore implements Campaigns, Targets, Timelines {
  private final Map<String, Campaign> campaigns = new HashMap<>();
  private final Map<String, Engine> engines = new HashMap<>();
  private final Map<String, List<String>> named = new HashMap<>();
  private final Map<String, List<Target>> held = new HashMap<>();
  private final Map<String, List<TimelineEntry>> timelines = new HashMap<>();
  private final Map<String, Move.Gate> gates = new HashMap<>();
  private final Map<String, TreeSet<String>> inProgress = new HashMap<>();
  private final List<Envelope> events = new ArrayList<>();
  private final MemoryUpdates updates;
  private final MemoryCatalogue catalogue;
  private final int mostInProgress;
  private final Runnable turn;
  private final Runnable engineWritten;

  public MemoryStore(MemoryUpdates updates, MemoryCatalogue catalogue, int mostInProgress) {
    this(updates, catalogue, mostInProgress, () -> {}, () -> {});
  }

  /**
   * With hooks.
   *
   * @param turn called before each call of a port
   * @param engineWritten called after each write of an engine
   */
  public MemoryStore(
      MemoryUpdates updates,
      MemoryCatalogue catalogue,
      int mostInProgress,
      Runnable turn,
      Runnable engineWritten) {
    this.updates = updates;
    this.catalogue = catalogue;
    this.mostInProgress = mostInProgress;
    this.turn = turn;
    this.engineWritten = engineWritten;
  }

  public synchronized List<Envelope> events() {
    return List.copyOf(events);
  }

  /** Empty where the clearance does not name the campaign. */
  public synchronized Optional<Move.Gate> gate(String campaignId) {
    return Optional.ofNullable(gates.get(campaignId));
  }

  public synchronized List<Target> allHeld(String campaignId) {
    return List.copyOf(held.getOrDefault(campaignId, List.of()));
  }

  @Override
  public Optional<Campaign> find(String organization, String campaignId) {
    turn.run();
    synchronized (this) {
      return Optional.ofNullable(campaigns.get(key(organization, campaignId)));
    }
  }

  /** The engine of a campaign, through its own port. */
  public Engines engines() {
    return new Engines() {
      @Override
      public Optional<Engine> find(String organization, String campaignId) {
        turn.run();
        return Optional.ofNullable(engines.get(key(organization, campaignId)));
      }

      @Override
      public boolean save(Engine before, Engine after) {
        turn.run();
        return written(before, after);
      }

      @Override
      public Holding hold(Engine before, Engine after, Rollout rollout, List<Target> targets) {
        turn.run();
        return held(before, after, rollout, targets);
      }

      @Override
      public boolean enter(Engine before, Engine after, TimelineEntry line) {
        turn.run();
        boolean written = written(before, after);
        if (written) {
          timelines.computeIfAbsent(before.campaignId(), id -> new ArrayList<>()).addFirst(line);
        }
        return written;
      }

      @Override
      public boolean close(Engine before, Engine after, String firmwareId) {
        turn.run();
        boolean written = written(before, after);
        if (written) {
          gates.remove(before.campaignId());
        }
        return written;
      }
    };
  }

  private synchronized boolean written(Engine before, Engine after) {
    Engine now = engines.get(key(before.organization(), before.campaignId()));
    boolean same = now != null && now.revision() == before.revision();
    if (same) {
      engines.put(key(after.organization(), after.campaignId()), after);
      engineWritten.run();
    }
    return same;
  }

  private synchronized Engines.Holding held(
      Engine before, Engine after, Rollout rollout, List<Target> targets) {
    Engine now = engines.get(key(before.organization(), before.campaignId()));
    if (now == null || now.revision() != before.revision()) {
      return Engines.Holding.OVERTAKEN;
    }
    if (!updates.holdAll(rollout, targets)) {
      return Engines.Holding.STALE;
    }
    held.computeIfAbsent(before.campaignId(), id -> new ArrayList<>()).addAll(targets);
    written(before, after);
    return Engines.Holding.HELD;
  }

  @Override
  public synchronized Stored create(Move creation, List<String> targetDevices, boolean refers) {
    Campaign campaign = creation.after();
    if (refers && !available(campaign)) {
      return Stored.FIRMWARE_GONE;
    }
    campaigns.put(key(campaign.organization(), campaign.campaignId()), campaign);
    named.put(campaign.campaignId(), List.copyOf(targetDevices));
    announce(creation);
    return Stored.STORED;
  }

  @Override
  public Stored replan(Move move, @Nullable List<String> targetDevices, boolean refers) {
    turn.run();
    synchronized (this) {
      if (refers && !available(move.after())) {
        return Stored.FIRMWARE_GONE;
      }
      Stored stored = moved(move);
      if (stored == Stored.STORED && targetDevices != null) {
        named.put(move.after().campaignId(), List.copyOf(targetDevices));
      }
      return stored;
    }
  }

  @Override
  public Stored move(Move move) {
    turn.run();
    return moved(move);
  }

  @Override
  public Stored move(Move move, Engine seen) {
    turn.run();
    synchronized (this) {
      Engine now = engines.get(key(seen.organization(), seen.campaignId()));
      return now != null && now.revision() == seen.revision() ? moved(move) : Stored.OVERTAKEN;
    }
  }

  private synchronized Stored moved(Move move) {
    Campaign after = move.after();
    String key = key(after.organization(), after.campaignId());
    Campaign now = campaigns.get(key);
    if (now == null || now.sequence() != move.before().sequence()) {
      return Stored.OVERTAKEN;
    }
    if ((move.gate() == Move.Gate.OPEN || move.gate() == Move.Gate.HOLD) && !notRecalled(after)) {
      return Stored.FIRMWARE_GONE;
    }
    TreeSet<String> running =
        inProgress.computeIfAbsent(after.organization(), o -> new TreeSet<>());
    if (move.slot() == Move.Slot.TAKE && running.size() >= mostInProgress) {
      return Stored.TOO_MANY;
    }
    switch (move.slot()) {
      case TAKE -> running.add(after.campaignId());
      case FREE -> running.remove(after.campaignId());
      case KEEP -> {}
    }
    switch (move.gate()) {
      case OPEN, HOLD, PAUSE, CANCEL -> gates.put(after.campaignId(), move.gate());
      case REMOVE -> gates.remove(after.campaignId());
      case KEEP -> {}
    }
    campaigns.put(key, after);
    tellEngine(move, key);
    announce(move);
    return Stored.STORED;
  }

  private void tellEngine(Move move, String key) {
    Campaign after = move.after();
    if (move.begins()) {
      engines.put(key, Engine.begin(after.organization(), after.campaignId()));
      engineWritten.run();
    }
    move.mandate()
        .ifPresent(
            mandate -> {
              engines.computeIfPresent(
                  key, (k, e) -> e.told(mandate, after.statusReason(), move.nudge()));
              engineWritten.run();
            });
  }

  private boolean available(Campaign campaign) {
    return status(campaign).filter(s -> s == FirmwareStatus.AVAILABLE).isPresent();
  }

  private boolean notRecalled(Campaign campaign) {
    return status(campaign).filter(s -> s != FirmwareStatus.RECALLED).isPresent();
  }

  private Optional<FirmwareStatus> status(Campaign campaign) {
    return catalogue
        .find(campaign.organization(), campaign.firmware().firmwareId())
        .map(FirmwareFacts::status);
  }

  private void announce(Move move) {
    List<TimelineEntry> timeline =
        timelines.computeIfAbsent(move.after().campaignId(), id -> new ArrayList<>());
    for (Happening happening : move.happenings()) {
      timeline.addFirst(happening.entry());
      events.add(happening.event());
    }
  }

  @Override
  public synchronized Listing list(
      String organization, CampaignFilter filter, int limit, @Nullable String after) {
    List<Campaign> matching =
        campaigns.values().stream()
            .filter(c -> c.organization().equals(organization) && filter.matches(c))
            .filter(c -> after == null || c.campaignId().compareTo(after) < 0)
            .sorted(Comparator.comparing(Campaign::campaignId).reversed())
            .toList();
    List<Campaign> page = matching.stream().limit(limit).toList();
    return new Listing(page, page.size() < matching.size() ? page.getLast().campaignId() : null);
  }

  @Override
  public synchronized List<String> named(
      String organization, String campaignId, int from, int limit) {
    return named.getOrDefault(campaignId, List.of()).stream().skip(from).limit(limit).toList();
  }

  @Override
  public List<Target> held(String organization, String campaignId, long from, int limit) {
    turn.run();
    return allHeld(campaignId).stream().skip(from).limit(limit).toList();
  }

  @Override
  public synchronized History newestFirst(
      String organization, String campaignId, int limit, @Nullable String after) {
    List<TimelineEntry> all = timelines.getOrDefault(campaignId, List.of());
    Stream<TimelineEntry> rest =
        after == null ? all.stream() : all.stream().skip(Integer.parseInt(after));
    int from = after == null ? 0 : Integer.parseInt(after);
    List<TimelineEntry> page = rest.limit(limit).toList();
    int next = from + page.size();
    return new History(page, next < all.size() ? Integer.toString(next) : null);
  }

  private static String key(String organization, String campaignId) {
    return organization + "#" + campaignId;
  }
}
