package io.updraft.events.json;

import io.updraft.events.Event;
import io.updraft.events.NatsSubject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The record of each type of event, found by walking down the sealed hierarchy. */
final class EventTypes {
  private final Map<String, Class<? extends Event>> records = new HashMap<>();

  private EventTypes() {}

  static EventTypes ofModel() {
    EventTypes types = new EventTypes();
    types.add(Event.class);
    return types;
  }

  private void add(Class<? extends Event> event) {
    if (event.isRecord()) {
      records.put(NatsSubject.of(event).type(), event);
      return;
    }
    for (Class<?> permitted : event.getPermittedSubclasses()) {
      add(permitted.asSubclass(Event.class));
    }
  }

  Optional<Class<? extends Event>> find(String type) {
    return Optional.ofNullable(records.get(type));
  }
}
