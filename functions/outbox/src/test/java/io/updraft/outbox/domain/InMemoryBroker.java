package io.updraft.outbox.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker that acknowledges everything but what it was told to treat otherwise. */
final class InMemoryBroker implements Broker {
  final List<List<String>> waves = new ArrayList<>();
  private final Map<String, Delivery> exceptions = new HashMap<>();

  void answer(String id, Delivery delivery) {
    exceptions.put(id, delivery);
  }

  @Override
  public List<Delivery> deliver(List<Message> messages) {
    waves.add(messages.stream().map(Message::id).toList());
    return messages.stream()
        .map(m -> exceptions.getOrDefault(m.id(), new Delivery.Acknowledged()))
        .toList();
  }
}
