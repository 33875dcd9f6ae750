package io.updraft.live.domain;

/** The connections as such. */
public interface Sockets {
  /** Never an exception for a connection that does not take it. */
  Sent send(String connectionId, String message);

  /** Closes it, if it is there. */
  void close(String connectionId);

  /** What became of a message. */
  enum Sent {
    SENT,
    /** The connection is not there any more. */
    GONE,
    /** It may take it later. */
    FAILED
  }
}
