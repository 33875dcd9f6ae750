package io.updraft.permissions.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Is told of each call that the code makes, and may know better than its body what it returns. */
public interface Watcher {
  /** Called before each round; only what is told in the last is complete. */
  void begin();

  /**
   * A call.
   *
   * @param from the method that makes it
   * @param arguments what is known of each, the receiver first where there is one
   * @return what it returns, where it is not to be looked into
   */
  Optional<Set<Value>> called(Method from, Method called, List<Set<Value>> arguments);
}
