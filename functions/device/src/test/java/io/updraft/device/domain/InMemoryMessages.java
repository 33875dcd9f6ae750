package io.updraft.device.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages in a map, without the bounds of the real ones. */
public final class InMemoryMessages implements Messages {
  private final Map<String, List<Message>> messages = new HashMap<>();

  @Override
  public void add(String organization, String updateId, List<String> texts, Instant now) {
    List<Message> all = messages.computeIfAbsent(organization + updateId, _ -> new ArrayList<>());
    texts.forEach(text -> all.addFirst(new Message(now, text)));
  }

  @Override
  public List<Message> of(String organization, String updateId) {
    return List.copyOf(messages.getOrDefault(organization + updateId, List.of()));
  }
}
