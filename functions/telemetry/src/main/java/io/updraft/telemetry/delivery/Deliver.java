package io.updraft.telemetry.delivery;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings data points to their devices, in the order in which they came. A delivery that is sent
 * again replaces each point by itself.
 */
public final class Deliver {
  private final Intake intake;

  public Deliver(Intake intake) {
    this.intake = intake;
  }

  /**
   * Takes in what is good.
   *
   * @throws io.updraft.http.ProblemException 429 where nothing was kept and a quota is used up
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
    byDevice.forEach((id, own) -> takeAll(sender, id, Apart.inTime(own), tally));
    return tally.delivered();
  }

  private void takeAll(Sender sender, String deviceId, List<Item> own, Tally tally) {
    for (int from = 0; from < own.size(); from += TakeIn.MOST_POINTS) {
      List<Item> some = own.subList(from, Math.min(own.size(), from + TakeIn.MOST_POINTS));
      List<Offered> offered = some.stream().map(Item::offered).toList();
      tally.taken(some, intake.take(sender, deviceId, offered, null));
    }
  }
}
