package io.updraft.telemetry.delivery;

import io.updraft.http.Problem;
import io.updraft.telemetry.delivery.Delivered.Refused;
import io.updraft.telemetry.intake.Taken;
import io.updraft.telemetry.intake.Taken.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up what becomes of the parts of a delivery. */
final class Tally {
  private final List<Refused> refused = new ArrayList<>();
  private int stored;
  private Taken.@Nullable QuotaUsed quotaUsed;

  void refused(Item item, String reason) {
    refused.add(new Refused(item.place(), "%s: %s".formatted(item.name(), reason)));
  }

  /** What became of some items, at the index of each. */
  void taken(List<Item> some, Taken taken) {
    switch (taken) {
      case Taken.Stored(int accepted, int _, List<Refusal> wrong) -> {
        stored += accepted;
        refused(some, wrong);
      }
      case Taken.AllRefused(List<Refusal> wrong) -> refused(some, wrong);
      case Taken.QuotaUsed used -> {
        quotaUsed = used;
        some.forEach(item -> refused(item, used.detail()));
      }
      case Taken.TooLarge() -> some.forEach(item -> refused(item, "send fewer points at once"));
    }
  }

  private void refused(List<Item> some, List<Refusal> wrong) {
    wrong.forEach(r -> refused(some.get(r.index()), Item.reason(r.field(), r.message())));
  }

  /**
   * The sum.
   *
   * @throws io.updraft.http.ProblemException 429 where the quota left nothing to be kept; beside
   *     others, a device that can't be registered must not have them sent again and again
   */
  Delivered delivered() {
    if (quotaUsed != null && stored == 0) {
      throw Problem.rateLimited(quotaUsed.detail(), quotaUsed.renewedAfter()).exception();
    }
    refused.sort(Comparator.comparingInt(Refused::place));
    return new Delivered(stored, refused);
  }
}
