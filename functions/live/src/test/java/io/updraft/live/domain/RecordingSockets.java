package io.updraft.live.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections that keep what is sent to them, and answer as they are told. */
public final class RecordingSockets implements Sockets {
  public final List<String> sent = new ArrayList<>();
  public final List<String> closed = new ArrayList<>();
  private final Map<String, Sent> answers = new HashMap<>();

  /** From now on this is what becomes of messages to a connection. */
  public void answer(String connectionId, Sent answer) {
    answers.put(connectionId, answer);
  }

  @Override
  public Sent send(String connectionId, String message) {
    Sent answer = answers.getOrDefault(connectionId, Sent.SENT);
    if (answer == Sent.SENT) {
      sent.add(connectionId + " " + message);
    }
    return answer;
  }

  @Override
  public void close(String connectionId) {
    closed.add(connectionId);
  }
}
