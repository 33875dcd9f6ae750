package io.updraft.telemetry.delivery;

import io.updraft.http.Problem;
import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.FewAtOnce;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.intake.Taken;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings data points to their devices, in the order in which they came. A delivery that is sent
 * again replaces each point by itself.
 */
public final class Deliver {
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Intake intake;
  private final FewAtOnce fewAtOnce;

  public Deliver(Intake intake, Clock clock) {
    this.intake = intake;
    this.fewAtOnce = new FewAtOnce(clock);
  }

  /**
   * Takes in what is good.
   *
   * @throws io.updraft.http.ProblemException 429 where nothing was kept and a quota is used up, 504
   *     where there was no time for all devices
   */
  public Delivered deliver(Sender sender, Items items) {
    Tally tally = new Tally();
    Map<String, List<Item>> byDevice = new LinkedHashMap<>();
    for (Item item : items.list()) {
      switch (item.destination(sender.caller())) {
        case Destination.Device(String id) ->
            byDevice.computeIfAbsent(id, _ -> new ArrayList<>()).add(item);
        case Destination.Nowhere(String reason) -> tally.refused(item, reason);
      }
    }
    fewAtOnce
        .each(byDevice, (id, own) -> takeAll(sender, id, Apart.inTime(own)), (_, _) -> late())
        .values()
        .forEach(parts -> parts.forEach(part -> tally.taken(part.items(), part.taken())));
    return tally.delivered();
  }

  /** Some items of a device, and what became of them. */
  private record Part(List<Item> items, Taken taken) {}

  private List<Part> takeAll(Sender sender, String deviceId, List<Item> own) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < own.size(); from += TakeIn.MOST_POINTS) {
      List<Item> some = own.subList(from, Math.min(own.size(), from + TakeIn.MOST_POINTS));
      List<Offered> offered = some.stream().map(Item::offered).toList();
      parts.add(new Part(some, intake.take(sender, deviceId, offered, null)));
    }
    return parts;
  }

  private static List<Part> late() {
    throw Problem.timeout(
            "There was no time for all devices: send the same again, fewer devices at once.",
            COME_BACK)
        .exception();
  }
}
