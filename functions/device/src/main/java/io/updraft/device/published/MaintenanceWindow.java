package io.updraft.device.published;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When updates may begin: on some days of the week between two times of day in one time zone.
 *
 * @param days on which the window begins; it may end on the day after
 * @param to exclusive; before {@code from} where the window goes over midnight
 */
public record MaintenanceWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
  /** Between the parts of {@link #text}. */
  private static final String SEPARATOR = "|";

  private static final int DAYS_AHEAD = 8;

  /**
   * Checks that it ever opens.
   *
   * @throws IllegalArgumentException without days, or where it ends when it begins
   */
  public MaintenanceWindow {
    if (days.isEmpty() || from.equals(to)) {
      throw new IllegalArgumentException("a window that never opens");
    }
    days = Set.copyOf(days);
  }

  public boolean open(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return Stream.of(today.minusDays(1), today).anyMatch(day -> holds(day, now));
  }

  private boolean holds(LocalDate day, Instant now) {
    return days.contains(day.getDayOfWeek()) && !now.isBefore(begin(day)) && now.isBefore(end(day));
  }

  /** The next moment at which it is open: now, where it is. */
  public Instant opens(Instant now) {
    if (open(now)) {
      return now;
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(DAYS_AHEAD))
        .filter(day -> days.contains(day.getDayOfWeek()))
        .map(this::begin)
        .filter(begin -> begin.isAfter(now))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a window that never opens: " + text()));
  }

  private Instant begin(LocalDate day) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  private Instant end(LocalDate day) {
    LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
    return last.atTime(to).atZone(zone).toInstant();
  }

  /** As items keep it: {@code MONDAY,TUESDAY|22:00|04:00|Europe/Berlin}. */
  public String text() {
    String list = EnumSet.copyOf(days).stream().map(Enum::name).collect(Collectors.joining(","));
    return String.join(SEPARATOR, list, from.toString(), to.toString(), zone.getId());
  }

  /** Reads {@link #text}. */
  public static MaintenanceWindow ofText(String text) {
    String[] parts = text.split("\\" + SEPARATOR, -1);
    Set<DayOfWeek> days =
        Arrays.stream(parts[0].split(",", -1)).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    return new MaintenanceWindow(
        days, LocalTime.parse(parts[1]), LocalTime.parse(parts[2]), ZoneId.of(parts[3]));
  }

  /** In the order of the week, as answers show them: {@code monday}. */
  public Stream<String> dayNames() {
    return EnumSet.copyOf(days).stream().map(day -> day.name().toLowerCase(Locale.ROOT));
  }
}
