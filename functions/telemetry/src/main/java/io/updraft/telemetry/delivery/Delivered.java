package io.updraft.telemetry.delivery;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What became of a delivery.
 *
 * @param stored how many data points were kept
 * @param refused the others, ascending by place
 */
public record Delivered(int stored, List<Refused> refused) {
  private static final int SHOWN = 10;

  public Delivered {
    refused = List.copyOf(refused);
  }

  /**
   * Why one was not kept.
   *
   * @param place that of the item
   * @param reason names the item and says what is wrong with it
   */
  public record Refused(int place, String reason) {}

  /** How many of what the sender calls one were not kept as a whole. */
  public int places() {
    return (int) refused.stream().mapToInt(Refused::place).distinct().count();
  }

  /** The first reasons, each once, as one line. */
  public String reasons() {
    List<String> reasons = refused.stream().map(Refused::reason).distinct().toList();
    String first = reasons.stream().limit(SHOWN).collect(joining("; "));
    int more = reasons.size() - SHOWN;
    return more > 0 ? "%s; and %d more".formatted(first, more) : first;
  }
}
