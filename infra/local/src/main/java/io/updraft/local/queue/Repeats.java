package io.updraft.local.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a FIFO queue took in the last five minutes. It is forgotten at a restart, unlike in SQS:
 * readers know repeats anyway, which is all that the interval leaves to them.
 */
final class Repeats {
  static final Duration INTERVAL = Duration.ofMinutes(5);

  private final Map<Name, Taken> taken = new LinkedHashMap<>();

  private record Name(String group, String deduplicationId) {}

  private record Taken(String id, Instant at) {}

  /** The id that the first was given. */
  Optional<String> find(Incoming incoming, Instant now) {
    taken.values().removeIf(one -> !one.at().plus(INTERVAL).isAfter(now));
    return Optional.ofNullable(taken.get(name(incoming))).map(Taken::id);
  }

  void note(Incoming incoming, String id, Instant now) {
    if (!incoming.deduplicationId().isEmpty()) {
      taken.put(name(incoming), new Taken(id, now));
    }
  }

  private static Name name(Incoming incoming) {
    return new Name(incoming.group(), incoming.deduplicationId());
  }
}
