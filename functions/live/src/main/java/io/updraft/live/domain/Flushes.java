package io.updraft.live.domain;

/** Brings flushes back when they are due. */
public interface Flushes {
  /** Puts it on the queue; given out a little before it is due rather than after. */
  void put(LiveMessage.Flush flush);
}
