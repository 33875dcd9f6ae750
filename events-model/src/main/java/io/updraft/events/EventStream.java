package io.updraft.events;

/**
 * A JetStream stream that holds events.
 *
 * @param name of the stream
 * @param subjectFilter the NATS subjects that it takes
 * @param owner whose configuration counts: a stream of a neighbour is created only where it is
 *     absent
 */
public record EventStream(String name, String subjectFilter, Owner owner) {
  /** Who decides how a stream is configured. */
  public enum Owner {
    UPDRAFT,
    NEIGHBOUR
  }

  public EventStream {
    Required.text(name, "name");
    Required.text(subjectFilter, "subject_filter");
  }

  /** The same stream under the name that a neighbour gave it. */
  public EventStream named(String otherName) {
    return new EventStream(otherName, subjectFilter, owner);
  }
}
