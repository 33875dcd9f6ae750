package io.updraft.fleet.display;

import io.updraft.fleet.device.DeviceState;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bar for each state that devices are in, drawn over the block before. */
final class Block implements Paced.Form {
  private static final int BAR = 40;
  private static final String CLEAR_TO_END = "\033[J";

  private final PrintStream out;
  private int drawn;

  Block(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(Snapshot snapshot, Snapshot before) {
    List<String> lines = lines(snapshot, before);
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append("\033[%dA".formatted(drawn));
    }
    text.append(CLEAR_TO_END);
    lines.forEach(line -> text.append(line).append('\n'));
    out.print(text);
    out.flush();
    drawn = lines.size();
  }

  private static List<String> lines(Snapshot snapshot, Snapshot before) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %d requests/s, %.1f MiB downloaded"
            .formatted(snapshot.time(), snapshot.rateSince(before), snapshot.megabytes()));
    int all = snapshot.devices().values().stream().mapToInt(Integer::intValue).sum();
    snapshot.devices().entrySet().forEach(entry -> lines.add(bar(entry, all)));
    snapshot.campaign().ifPresent(figures -> lines.add("campaign " + figures));
    lines.add(snapshot.errors());
    return lines;
  }

  private static String bar(Map.Entry<DeviceState, Integer> entry, int all) {
    int length = Math.ceilDiv(entry.getValue() * BAR, all);
    return "  %-12s %6d %s"
        .formatted(
            entry.getKey().wireName().replace('_', ' '), entry.getValue(), "█".repeat(length));
  }
}
