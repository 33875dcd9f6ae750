package io.updraft.sqs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits messages into calls: ten at most, 256 KB at most, and of a group one only, since within a
 * call a message can be refused while a later one of its group is taken.
 */
final class Calls {
  private static final int MOST_ENTRIES = 10;

  private final List<List<Integer>> calls = new ArrayList<>();
  private final Set<String> groups = new HashSet<>();
  private List<Integer> current = new ArrayList<>();
  private int bytes;

  private Calls() {}

  /** The calls, each as positions of messages, ascending. */
  static List<List<Integer>> of(List<QueueMessage> messages) {
    Calls calls = new Calls();
    for (int position = 0; position < messages.size(); position++) {
      calls.add(position, messages.get(position));
    }
    calls.end();
    return calls.calls;
  }

  private void add(int position, QueueMessage message) {
    QueueMessage.Place place = message.place();
    boolean repeatsGroup = place != null && groups.contains(place.group());
    if (repeatsGroup
        || current.size() == MOST_ENTRIES
        || bytes + message.bytes() > QueueMessage.MOST_BYTES) {
      end();
    }
    current.add(position);
    bytes += message.bytes();
    if (place != null) {
      groups.add(place.group());
    }
  }

  private void end() {
    if (!current.isEmpty()) {
      calls.add(List.copyOf(current));
    }
    current = new ArrayList<>();
    groups.clear();
    bytes = 0;
  }
}
