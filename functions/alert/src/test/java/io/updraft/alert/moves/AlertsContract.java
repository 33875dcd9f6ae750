package io.updraft.alert.moves;

import static io.updraft.alert.moves.AlertSamples.ACKNOWLEDGE;
import static io.updraft.alert.moves.AlertSamples.RESOLVE;
import static io.updraft.alert.moves.AlertSamples.SUPPRESS;
import static io.updraft.alert.moves.AlertSamples.UNSUPPRESS;
import static io.updraft.alert.moves.AlertSamples.alert;
import static io.updraft.alert.moves.AlertSamples.at;
import static io.updraft.alert.moves.AlertSamples.change;
import static io.updraft.alert.moves.AlertSamples.nanos;
import static io.updraft.alert.moves.AlertSamples.opening;
import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertFilter;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertList;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.Alerts.Opened;
import io.updraft.alert.domain.Breach;
import io.updraft.alert.domain.Course;
import io.updraft.alert.domain.DueWork;
import io.updraft.alert.domain.DueWork.Due;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.domain.Standings;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.alert.domain.Watches;
import io.updraft.alert.rule.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of alerts does. */
public abstract class AlertsContract {
  private static final AlertFilter ALL = new AlertFilter(null, null, null, null, null, null);

  protected abstract Rules rules();

  protected abstract Alerts alerts();

  protected abstract AlertList list();

  protected abstract Standings standings();

  protected abstract Watches watches();

  protected abstract DueWork work();

  /** How many events were announced. */
  protected abstract int events();

  /** Notes that a device was deleted. */
  protected abstract void deleted(String deviceId, Instant at);

  private Rule rule() {
    RuleChange created = Samples.created();
    rules().commit(created);
    return created.rule();
  }

  private String stamp() {
    return rules().stamp(ORG).orElseThrow();
  }

  private Alert opened(Rule rule, int number, String device) {
    Alert alert = alert(rule, number, device);
    assertThat(alerts().open(opening(alert, Standing.NONE, stamp()))).isEqualTo(Opened.DONE);
    return alert;
  }

  private Alert found(Alert alert) {
    return alerts().find(ORG, alert.id()).orElseThrow();
  }

  private List<Due> due(Instant now) {
    return IntStream.range(0, DueWork.PARTS)
        .mapToObj(part -> work().due(part, now, 100))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void findsWhatBegan() {
    Alert alert = opened(rule(), 1, "device");

    assertThat(found(alert)).isEqualTo(alert);
    assertThat(alerts().find("other", alert.id())).isEmpty();
    assertThat(alerts().find(ORG, AlertSamples.id(9))).isEmpty();
    assertThat(standings().find(Place.of(alert)).open()).isEqualTo(alert.id());
    assertThat(standings().open(ORG, "device")).containsExactly(alert.id());
    assertThat(events()).isEqualTo(2);
  }

  @Test
  void opensOneForARuleAndDevice() {
    Rule rule = rule();
    opened(rule, 1, "device");

    Opened again = alerts().open(opening(alert(rule, 2, "device"), Standing.NONE, stamp()));

    assertThat(again).isEqualTo(Opened.OVERTAKEN);
    assertThat(alerts().find(ORG, AlertSamples.id(2))).isEmpty();
    opened(rule, 3, "other");
  }

  @Test
  void opensNoneByRulesThatHaveChanged() {
    Rule rule = rule();
    String before = stamp();
    rules().commit(Samples.created());

    assertThat(alerts().open(opening(alert(rule, 1, "device"), Standing.NONE, before)))
        .isEqualTo(Opened.RULES_CHANGED);
    assertThat(list().list(ORG, ALL, 10, null).alerts()).isEmpty();
  }

  @Test
  void opensNoneOfADeviceThatWasDeletedAfterwards() {
    Rule rule = rule();
    deleted("device", Samples.NOW);

    assertThat(alerts().open(opening(alert(rule, 1, "device"), Standing.NONE, stamp())))
        .isEqualTo(Opened.DEVICE_DELETED);
  }

  @Test
  void opensOneOfADeviceThatWasDeletedBefore() {
    Rule rule = rule();
    deleted("device", Samples.NOW.minusMillis(1));

    opened(rule, 1, "device");
  }

  @Test
  void goesOnUnlessSomebodyElseWasFirst() {
    Alert alert = opened(rule(), 1, "device");
    Course now = alert.course().with(List.of(new Breach(nanos(5), "90")));

    assertThat(alerts().goOn(alert, now)).isTrue();
    assertThat(found(alert)).isEqualTo(alert.with(now));
    assertThat(alerts().goOn(alert, now)).isFalse();
  }

  @Test
  void keepsEachMove() {
    Rule rule = rule();
    Alert acknowledged = moved(opened(rule, 1, "device-1"), ACKNOWLEDGE);
    Alert suppressed = moved(opened(rule, 2, "device-2"), SUPPRESS);
    Alert active = moved(suppressed, UNSUPPRESS);
    Alert resolved = moved(acknowledged, RESOLVE);

    assertThat(found(active)).isEqualTo(active);
    assertThat(found(resolved)).isEqualTo(resolved);
    assertThat(events()).isEqualTo(1 + 2 + 4);
  }

  private Alert moved(Alert before, AlertMove move) {
    assertThat(alerts().move(change(before, move))).isTrue();
    return before.moved(move);
  }

  @Test
  void ofTwoMovesOneWins() {
    Alert alert = opened(rule(), 1, "device");
    moved(alert, RESOLVE);

    assertThat(alerts().move(change(alert, ACKNOWLEDGE))).isFalse();
    assertThat(found(alert).status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(events()).isEqualTo(3);
  }

  @Test
  void whatIsBrokenAgainIsNotResolvedAsIfItWereNot() {
    Alert alert = opened(rule(), 1, "device");
    alerts().goOn(alert, alert.course().with(List.of(new Breach(nanos(5), "90"))));

    assertThat(alerts().move(change(alert, RESOLVE))).isFalse();
    assertThat(alerts().move(change(found(alert), RESOLVE))).isTrue();
  }

  @Test
  void aMoveLeavesTheCourseAlone() {
    Alert alert = opened(rule(), 1, "device");
    Course now = alert.course().with(List.of(new Breach(nanos(5), "90")));
    alerts().goOn(alert, now);

    moved(alert, ACKNOWLEDGE);

    assertThat(found(alert).course()).isEqualTo(now);
  }

  @Test
  void aResolvedAlertMakesRoomForTheNext() {
    Rule rule = rule();
    Alert alert = opened(rule, 1, "device");
    moved(alert, RESOLVE);

    Standing standing = standings().find(Place.of(alert));
    assertThat(standing.open()).isNull();
    assertThat(standing.after()).isEqualTo(nanos(60));
    assertThat(alerts().goOn(alert, AlertSamples.course(5, "90"))).isFalse();
    assertThat(standings().open(ORG, "device")).isEmpty();
    Alert next = alert(rule, 2, "device");
    assertThat(alerts().open(opening(next, standing, stamp()))).isEqualTo(Opened.DONE);
  }

  @Test
  void isDueAsItsStateSays() {
    Rule rule = rule();
    Alert active = opened(rule, 1, "device-1");
    Alert suppressed = moved(opened(rule, 2, "device-2"), SUPPRESS);
    moved(opened(rule, 3, "device-3"), ACKNOWLEDGE);
    moved(opened(rule, 4, "device-4"), RESOLVE);

    assertThat(due(at(899))).isEmpty();
    assertThat(due(at(900))).containsExactly(new Due.OfAlert(ORG, suppressed.id()));
    assertThat(due(at(3_600)))
        .containsExactlyInAnyOrder(
            new Due.OfAlert(ORG, suppressed.id()), new Due.OfAlert(ORG, active.id()));
  }

  @Test
  void canBePutOff() {
    Alert alert = opened(rule(), 1, "device");

    alerts().putOff(alert, at(5_000));
    assertThat(due(at(4_999))).isEmpty();
    assertThat(due(at(5_000))).hasSize(1);

    alerts().putOff(alert, null);
    assertThat(due(at(5_000))).isEmpty();
  }

  @Test
  void remembersUnlessSomebodyElseWasFirst() {
    Rule rule = rule();
    Place place = new Place(ORG, rule.id(), "device");
    Standing one = new Standing(1, null, Long.MIN_VALUE, List.of(nanos(0)), 0);

    assertThat(standings().remember(place, one)).isTrue();
    assertThat(standings().remember(place, one)).isFalse();

    Standing kept = standings().find(place);
    assertThat(kept.times()).containsExactly(nanos(0));
    assertThat(standings().remember(place, new Standing(1, null, 7, List.of(), kept.revision())))
        .isTrue();
    assertThat(standings().find(place).after()).isEqualTo(7);
    assertThat(standings().find(new Place(ORG, rule.id(), "other"))).isEqualTo(Standing.NONE);
  }

  @Test
  void isWatchedUntilItIsDropped() {
    Place place = new Place(ORG, Samples.id(1), "device");
    watches().set(place, 3, at(60));

    assertThat(watches().due(place, 3)).contains(at(60));
    assertThat(watches().due(place, 4)).isEmpty();
    assertThat(watches().of(ORG, "device")).containsExactly(place.rule());
    assertThat(watches().of(ORG, "other")).isEmpty();
    assertThat(due(at(59))).isEmpty();
    assertThat(due(at(60))).containsExactly(new Due.OfWatch(place));

    watches().drop(place);
    assertThat(due(at(60))).isEmpty();
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    Rule rule = rule();
    IntStream.rangeClosed(1, 25).forEach(number -> opened(rule, number, "device-" + number));

    List<AlertId> all = new ArrayList<>();
    AlertId before = null;
    do {
      AlertList.Listing page = list().list(ORG, ALL, 7, before);
      assertThat(page.alerts()).hasSizeLessThanOrEqualTo(7);
      page.alerts().forEach(alert -> all.add(alert.id()));
      before = page.next();
    } while (before != null);

    assertThat(all)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 25).mapToObj(n -> AlertSamples.id(26 - n)).toList());
    assertThat(list().list("other", ALL, 7, null).alerts()).isEmpty();
  }

  @Test
  void listsWhatAFilterLetsThrough() {
    Rule rule = rule();
    Rule second = rule();
    Alert one = opened(rule, 1, "device-1");
    Alert two = opened(second, 2, "device-1");
    Alert three = moved(opened(rule, 3, "device-2"), ACKNOWLEDGE);
    Alert four = moved(opened(rule, 4, "device-3"), RESOLVE);

    assertThat(ids(filter(AlertStatus.ACTIVE, null, null))).containsExactly(two.id(), one.id());
    assertThat(ids(filter(AlertStatus.ACKNOWLEDGED, null, null))).containsExactly(three.id());
    assertThat(ids(filter(AlertStatus.RESOLVED, null, null))).containsExactly(four.id());
    assertThat(ids(filter(null, "device-1", null))).containsExactly(two.id(), one.id());
    assertThat(ids(filter(AlertStatus.RESOLVED, "device-1", null))).isEmpty();
    assertThat(ids(filter(null, null, Level.CRITICAL))).isEmpty();
    assertThat(ids(new AlertFilter(null, null, null, second.id(), null, null)))
        .containsExactly(two.id());
    assertThat(ids(new AlertFilter(null, null, null, null, at(1), null))).isEmpty();
    assertThat(ids(new AlertFilter(null, null, null, null, at(0), at(0)))).hasSize(4);
  }

  private static AlertFilter filter(
      @Nullable AlertStatus status, @Nullable String device, @Nullable Level level) {
    return new AlertFilter(status, level, device, null, null, null);
  }

  private List<AlertId> ids(AlertFilter filter) {
    return list().list(ORG, filter, 10, null).alerts().stream().map(Alert::id).toList();
  }
}
