package io.updraft.device.published;

import io.updraft.http.Fields;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"days": ["monday"], "from": "22:00", "to": "04:00", "time_zone": "Europe/Berlin"}}: days
 * default to all, the time zone to UTC.
 */
public final class MaintenanceWindowJson {
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  private MaintenanceWindowJson() {}

  /** The window of a request's field; null where none is given, or where it is not valid. */
  public static @Nullable MaintenanceWindow read(Fields fields, String name) {
    return fields.object(name).map(MaintenanceWindowJson::read).orElse(null);
  }

  private static @Nullable MaintenanceWindow read(Fields window) {
    Optional<LocalTime> from = time(window, "from");
    Optional<LocalTime> to = time(window, "to");
    Optional<ZoneId> zone = zone(window);
    Set<DayOfWeek> days = days(window);
    if (from.isEmpty() || to.isEmpty() || zone.isEmpty() || days.isEmpty()) {
      return null;
    }
    if (from.equals(to)) {
      window.reject("to", "must differ from from: a window that ends when it begins never opens");
      return null;
    }
    return new MaintenanceWindow(days, from.get(), to.get(), zone.get());
  }

  private static Set<DayOfWeek> days(Fields window) {
    if (!window.has("days")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    List<DayOfWeek> days = window.choices("days", DayOfWeek.values().length, DayOfWeek.class);
    if (days.isEmpty()) {
      window.reject("days", "must name at least one day, or the window never opens");
      return Set.of();
    }
    return EnumSet.copyOf(days);
  }

  private static Optional<LocalTime> time(Fields window, String name) {
    String text = window.text(name, 5, 5);
    if (text.isEmpty()) {
      return Optional.empty(); // Refused already.
    }
    if (!TIME.matcher(text).matches()) {
      window.reject(name, "must be a time of day like 22:00");
      return Optional.empty();
    }
    return Optional.of(LocalTime.parse(text));
  }

  private static Optional<ZoneId> zone(Fields window) {
    try {
      return Optional.of(ZoneId.of(window.textOr("time_zone", "UTC", 50)));
    } catch (DateTimeException unknown) {
      window.reject("time_zone", "must be a time zone like Europe/Berlin");
      return Optional.empty();
    }
  }

  /** The window as an answer shows it; null where there is none. */
  public static @Nullable Map<String, Object> of(@Nullable MaintenanceWindow window) {
    if (window == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("days", window.dayNames().toList());
    json.put("from", window.from().toString());
    json.put("to", window.to().toString());
    json.put("time_zone", window.zone().getId());
    return json;
  }
}
