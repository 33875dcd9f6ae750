package io.updraft.telemetry.ingest;

import io.updraft.http.FieldError;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import io.updraft.telemetry.intake.Taken;
import java.util.List;

/** What became of the points of one device, as it is answered. */
record Result(
    boolean success,
    int ingestedCount,
    int outOfRangeCount,
    int failedCount,
    int totalCount,
    List<Taken.Refusal> errors) {
  private static final String FEWER = "Send fewer points at once: these don't fit into one block.";

  static Result of(Taken.Stored stored) {
    return new Result(
        true,
        stored.accepted(),
        stored.outOfRange(),
        stored.refused().size(),
        stored.accepted() + stored.refused().size(),
        stored.refused());
  }

  static Result of(Taken.AllRefused refused) {
    int count = refused.refused().size();
    return new Result(false, 0, 0, count, count, refused.refused());
  }

  /** Nothing was kept for a reason that no point has by itself. */
  static Result failed(int count, String why) {
    return new Result(false, 0, 0, count, count, List.of(new Taken.Refusal(0, "", why)));
  }

  static Result of(Taken taken, int count) {
    return switch (taken) {
      case Taken.Stored stored -> of(stored);
      case Taken.AllRefused refused -> of(refused);
      case Taken.QuotaUsed used -> failed(count, used.detail());
      case Taken.TooLarge() -> failed(count, FEWER);
    };
  }

  static ProblemException tooLarge() {
    return Problem.tooLarge(FEWER).exception();
  }

  /** Each refused point as a field of the list that it came in. */
  static ProblemException invalid(String list, List<Taken.Refusal> refused) {
    return Problem.validation(refused.stream().map(r -> error(list, r)).toList()).exception();
  }

  private static FieldError error(String list, Taken.Refusal refusal) {
    String place = "%s[%d]".formatted(list, refusal.index());
    return new FieldError(
        refusal.field().isEmpty() ? place : place + "." + refusal.field(), refusal.message());
  }
}
