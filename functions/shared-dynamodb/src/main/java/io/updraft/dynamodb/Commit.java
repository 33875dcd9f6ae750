package io.updraft.dynamodb;

import java.util.Map;
import java.util.Set;

/**
 * How a guarded write or a transaction ended. A throttled or unreachable table is not one of these.
 */
public sealed interface Commit {
  /** Everything was written. */
  record Committed() implements Commit {}

  /**
   * Nothing was written, because conditions did not hold.
   *
   * @param found for each part whose condition failed, by the name it was added under, the item as
   *     it is now; an empty item where there is none
   */
  record Refused(Map<String, Item> found) implements Commit {
    public Refused {
      found = Map.copyOf(found);
    }

    /** Whether the condition of the part with this name failed. */
    public boolean by(String part) {
      return found.containsKey(part);
    }

    public Set<String> parts() {
      return found.keySet();
    }
  }
}
