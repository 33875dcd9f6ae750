package io.updraft.alert.moves;

import static java.util.Comparator.comparing;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertChange;
import io.updraft.alert.domain.AlertFilter;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertList;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Course;
import io.updraft.alert.domain.Deletions;
import io.updraft.alert.domain.DueWork;
import io.updraft.alert.domain.Enrolments;
import io.updraft.alert.domain.Opening;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.domain.Standings;
import io.updraft.alert.domain.Watches;
import io.updraft.events.Envelope;
import io.updraft.telemetry.published.Nanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alerts, and how rules stand with devices, in memory; for the tests of use cases. */
public final class InMemoryAlerts
    implements Alerts, AlertList, Standings, Watches, Enrolments, DueWork, Deletions {
  private final Rules rules;
  private final NavigableMap<AlertId, Alert> alerts = new TreeMap<>();
  private final Map<AlertId, Instant> due = new HashMap<>();
  private final Map<Place, Standing> standings = new HashMap<>();
  private final Map<Place, Watch> watches = new HashMap<>();
  private final Map<String, Enrolment> enrolments = new HashMap<>();
  private final Map<String, Instant> deletions = new HashMap<>();
  private final List<Envelope> events = new ArrayList<>();
  private int overtaking;
  private int writes;

  private record Watch(long ruleVersion, Instant due) {}

  public InMemoryAlerts(Rules rules) {
    this.rules = rules;
  }

  /** Lets somebody else be first at the next so many writes. */
  public void overtake(int attempts) {
    overtaking = attempts;
  }

  /** What was announced, in order. */
  public List<Envelope> events() {
    return List.copyOf(events);
  }

  public List<Alert> all() {
    return List.copyOf(alerts.values());
  }

  /** How many writes there were. */
  public int writes() {
    return writes;
  }

  @Override
  public void note(String organization, String deviceId, Instant at) {
    deletions.merge(organization + deviceId, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public Optional<Instant> find(String organization, String deviceId) {
    return Optional.ofNullable(deletions.get(organization + deviceId));
  }

  public void enrol(Enrolment enrolment) {
    enrolments.put(enrolment.organization() + enrolment.rule(), enrolment);
  }

  private boolean overtaken() {
    return overtaking-- > 0;
  }

  @Override
  public Optional<Alert> find(String organization, AlertId id) {
    return Optional.ofNullable(alerts.get(id)).filter(a -> a.organization().equals(organization));
  }

  @Override
  public Opened open(Opening opening) {
    Alert alert = opening.alert();
    Place place = Place.of(alert);
    Instant deleted = deletions.get(alert.organization() + alert.deviceId());
    if (deleted != null && !deleted.isBefore(opening.known())) {
      return Opened.DEVICE_DELETED;
    }
    if (!rules.stamp(alert.organization()).equals(Optional.of(opening.stamp()))) {
      return Opened.RULES_CHANGED;
    }
    if (overtaken() || find(place).revision() != opening.before().revision()) {
      return Opened.OVERTAKEN;
    }
    keep(place, opening.before().opened(alert.id()));
    put(alert);
    events.add(opening.event());
    return Opened.DONE;
  }

  private void put(Alert alert) {
    alerts.put(alert.id(), alert);
    setDue(alert.id(), alert.due());
  }

  private void setDue(AlertId id, @Nullable Instant at) {
    if (at == null) {
      due.remove(id);
    } else {
      due.put(id, at);
    }
  }

  @Override
  public boolean goOn(Alert before, Course now) {
    Alert present = alerts.get(before.id());
    if (overtaken()
        || present == null
        || !present.status().open()
        || present.course().last() != before.course().last()) {
      return false;
    }
    writes++;
    alerts.put(before.id(), present.with(now));
    return true;
  }

  @Override
  public boolean move(AlertChange change) {
    Alert present = alerts.get(change.before().id());
    if (overtaken() || present == null || present.version() != change.before().version()) {
      return false;
    }
    boolean broken = present.course().last() != change.before().course().last();
    if (broken && !change.after().status().open()) {
      return false;
    }
    put(change.after().with(present.course()));
    if (!change.after().status().open()) {
      Place place = Place.of(present);
      Instant at = Objects.requireNonNull(change.after().marks().resolved()).at();
      long after = Math.max(Nanos.of(at), present.course().last());
      Standing standing = find(place);
      keep(
          place, new Standing(standing.ruleVersion(), null, after, List.of(), standing.revision()));
    }
    events.add(change.event());
    return true;
  }

  @Override
  public void putOff(Alert alert, @Nullable Instant at) {
    setDue(alert.id(), at);
  }

  @Override
  public Standing find(Place place) {
    return standings.getOrDefault(place, Standing.NONE);
  }

  @Override
  public boolean remember(Place place, Standing now) {
    if (overtaken() || find(place).revision() != now.revision()) {
      return false;
    }
    keep(place, now);
    return true;
  }

  private void keep(Place place, Standing now) {
    writes++;
    standings.put(
        place,
        new Standing(now.ruleVersion(), now.open(), now.after(), now.times(), now.revision() + 1));
  }

  @Override
  public List<AlertId> open(String organization, String deviceId) {
    return alerts.values().stream()
        .filter(alert -> alert.organization().equals(organization))
        .filter(alert -> alert.deviceId().equals(deviceId) && alert.status().open())
        .map(Alert::id)
        .toList();
  }

  @Override
  public Listing list(
      String organization, AlertFilter filter, int limit, @Nullable AlertId before) {
    List<Alert> found =
        alerts.descendingMap().values().stream()
            .filter(alert -> alert.organization().equals(organization) && filter.matches(alert))
            .filter(alert -> before == null || alert.id().compareTo(before) < 0)
            .toList();
    return found.size() > limit
        ? new Listing(found.subList(0, limit), found.get(limit - 1).id())
        : new Listing(found, null);
  }

  @Override
  public Optional<Instant> due(Place place, long ruleVersion) {
    return Optional.ofNullable(watches.get(place))
        .filter(watch -> watch.ruleVersion() == ruleVersion)
        .map(Watch::due);
  }

  @Override
  public void set(Place place, long ruleVersion, Instant at) {
    writes++;
    watches.put(place, new Watch(ruleVersion, at));
  }

  @Override
  public List<RuleId> of(String organization, String deviceId) {
    return watches.keySet().stream()
        .filter(p -> p.organization().equals(organization) && p.deviceId().equals(deviceId))
        .map(Place::rule)
        .toList();
  }

  @Override
  public void drop(Place place) {
    watches.remove(place);
  }

  @Override
  public Optional<Enrolment> find(String organization, RuleId rule) {
    return Optional.ofNullable(enrolments.get(organization + rule));
  }

  @Override
  public void advance(Enrolment from, String reached, Instant at) {
    enrol(new Enrolment(from.organization(), from.rule(), from.ruleVersion(), reached));
  }

  @Override
  public void end(Enrolment enrolment) {
    enrolments.remove(enrolment.organization() + enrolment.rule());
  }

  /** All in the first part. */
  @Override
  public List<Due> due(int part, Instant now, int limit) {
    List<Due> found = new ArrayList<>();
    if (part == 0) {
      due.forEach((id, at) -> add(found, at, now, dueAlert(id)));
      watches.forEach((place, watch) -> add(found, watch.due(), now, new Due.OfWatch(place)));
      enrolments.values().forEach(e -> found.add(new Due.OfEnrolment(e.organization(), e.rule())));
    }
    return found.stream().sorted(comparing(Due::toString)).limit(limit).toList();
  }

  private Due dueAlert(AlertId id) {
    return new Due.OfAlert(Objects.requireNonNull(alerts.get(id)).organization(), id);
  }

  private static void add(List<Due> found, Instant at, Instant now, Due due) {
    if (!at.isAfter(now)) {
      found.add(due);
    }
  }
}
