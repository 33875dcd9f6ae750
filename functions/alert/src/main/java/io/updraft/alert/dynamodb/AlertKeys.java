package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.DueWork;
import io.updraft.alert.domain.DueWork.Due;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Standings.Place;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.time.Instant;
import java.util.List;

/**
 * The keys of the alerts table. Alerts are spread over {@value #LISTS} partitions of their
 * organization, each in the order of its ids; what belongs to a device is in a partition of it.
 */
final class AlertKeys {
  static final int LISTS = 8;
  static final String RULE = "RULE#";
  static final String WATCH = "WATCH#";

  private static final String ALERT = "alert_";
  private static final String ENROL = "ENROL";

  private AlertKeys() {}

  static Key alert(String organization, AlertId id) {
    return new Key(list(organization, part(id.text(), LISTS)), id.text());
  }

  static String list(String organization, int part) {
    return Key.join(organization, "LIST", Integer.toString(part));
  }

  static String device(String organization, String deviceId) {
    return Key.join(organization, deviceId);
  }

  static Key standing(Place place) {
    return new Key(device(place.organization(), place.deviceId()), RULE + place.rule());
  }

  static Key watch(Place place) {
    return new Key(device(place.organization(), place.deviceId()), WATCH + place.rule());
  }

  static Key deletion(String organization, String deviceId) {
    return new Key(device(organization, deviceId), "DELETED");
  }

  static Key enrolment(String organization, RuleId rule) {
    return new Key(Key.join(organization, ENROL), RULE + rule);
  }

  /** The place of an item in the index {@code due}. */
  static String duePart(Key key) {
    return duePart(part(key.pk() + key.sk(), DueWork.PARTS));
  }

  static String duePart(int part) {
    return Key.join("DUE", Integer.toString(part));
  }

  static String dueAt(Instant time) {
    return ItemBuilder.sortable(time);
  }

  private static int part(String text, int parts) {
    return Math.floorMod(text.hashCode(), parts);
  }

  /** What the keys of an item in the index {@code due} name. */
  static Due due(Item item) {
    List<String> pk = List.of(item.text("pk").split("#", -1));
    String sk = item.text("sk");
    if (sk.startsWith(ALERT)) {
      return new Due.OfAlert(pk.getFirst(), new AlertId(sk));
    }
    if (sk.startsWith(WATCH)) {
      RuleId rule = new RuleId(sk.substring(WATCH.length()));
      return new Due.OfWatch(new Place(pk.getFirst(), rule, pk.getLast()));
    }
    return new Due.OfEnrolment(pk.getFirst(), new RuleId(sk.substring(RULE.length())));
  }
}
