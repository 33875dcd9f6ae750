package io.updraft.local.object;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know of objects that arrive. */
final class ObjectListeners {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Is told of each object once it is there. */
  interface Listener {
    void arrived(ArrivedObject object);
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void announce(ArrivedObject object) {
    listeners.forEach(listener -> listener.arrived(object));
  }
}
