package io.updraft.device.domain;

import java.time.Instant;
import java.util.List;

/** Keeps the latest of what devices say of their updates in words; a log is not kept whole. */
public interface Messages {
  /** How many of an update are kept at most. */
  int MOST = 10;

  /** Of each so many characters are kept. */
  int LONGEST = 200;

  /** Adds what was said, the last said first; what is too much is dropped, the oldest first. */
  void add(String organization, String updateId, List<String> texts, Instant now);

  /** The latest first. */
  List<Message> of(String organization, String updateId);
}
