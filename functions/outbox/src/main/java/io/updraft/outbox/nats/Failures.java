package io.updraft.outbox.nats;

import io.nats.client.JetStreamApiException;
import io.updraft.outbox.domain.Delivery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the failures that a repetition can cure from those that it can't. */
final class Failures {
  /**
   * Error codes of the JetStream API that are about the message itself: larger than the stream
   * takes, header larger than it takes. All others, also full streams and accounts, can pass: when
   * in doubt an event is offered again, since setting it aside would let later ones overtake it.
   */
  private static final Set<Integer> FINAL = Set.of(10054, 10097);

  private Failures() {}

  static Delivery deliveryOf(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (isFinal(t)) {
        return new Delivery.Refused(String.valueOf(t.getMessage()));
      }
    }
    return new Delivery.Unanswered(reason(failure));
  }

  /** An illegal argument is what the client finds before it sends: the protocol can't carry it. */
  private static boolean isFinal(Throwable t) {
    return switch (t) {
      case JetStreamApiException refusal -> FINAL.contains(refusal.getApiErrorCode());
      case IllegalArgumentException _ -> true;
      default -> false;
    };
  }

  /** The innermost message, which says most. */
  static String reason(Throwable failure) {
    Throwable inner = failure;
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      inner = t;
    }
    String message = inner.getMessage();
    return message == null ? inner.getClass().getSimpleName() : message;
  }
}
