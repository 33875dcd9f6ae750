package io.updraft.template;

import java.util.Set;

/**
 * Objects that arrive in a bucket.
 *
 * @param bucket logical id of the bucket
 * @param events such as {@code s3:ObjectCreated:*}
 * @param prefix what the key begins with; empty means any
 * @param suffix what the key ends with; empty means any
 */
public record ObjectTrigger(
    String function, String bucket, Set<String> events, String prefix, String suffix)
    implements Trigger {
  public ObjectTrigger {
    events = Set.copyOf(events);
  }

  /** Whether an event of this name, such as {@code ObjectCreated:Put}, on this key is meant. */
  public boolean matches(String eventName, String key) {
    return key.startsWith(prefix)
        && key.endsWith(suffix)
        && events.stream().anyMatch(wanted -> isMeant(wanted, eventName));
  }

  private static boolean isMeant(String event, String eventName) {
    String wanted = event.substring("s3:".length());
    return wanted.endsWith("*")
        ? eventName.startsWith(wanted.substring(0, wanted.length() - 1))
        : eventName.equals(wanted);
  }
}
