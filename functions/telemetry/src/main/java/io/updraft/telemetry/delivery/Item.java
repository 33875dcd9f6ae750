package io.updraft.telemetry.delivery;

import io.updraft.http.Caller;
import io.updraft.telemetry.domain.Offered;

/**
 * One data point of a delivery. What the sender calls one may become several here, as a histogram
 * does; these share their place.
 *
 * @param place orders what the sender calls one
 * @param name what a refusal calls it
 */
record Item(int place, String name, Addressee addressee, Offered offered) {

  /** What is wrong in itself goes nowhere: it may be too broken to tell its device. */
  Destination destination(Caller caller) {
    return switch (offered) {
      case Offered.Point _ -> addressee.seenBy(caller);
      case Offered.Wrong(String field, String message) ->
          new Destination.Nowhere(reason(field, message));
    };
  }

  Item with(Offered other) {
    return new Item(place, name, addressee, other);
  }

  static String reason(String field, String message) {
    return field.isEmpty() ? message : "%s %s".formatted(field, message);
  }
}
