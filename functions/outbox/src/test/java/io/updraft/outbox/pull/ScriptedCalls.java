package io.updraft.outbox.pull;

import io.updraft.outbox.domain.FunctionCalls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Functions that answer what a test has told them, and then that they are done. */
final class ScriptedCalls implements FunctionCalls {
  private final Map<String, Deque<Supplier<Answer>>> answers = new HashMap<>();
  private final List<String> called = new ArrayList<>();

  void next(String function, Supplier<Answer> answer) {
    answers.computeIfAbsent(function, _ -> new ArrayDeque<>()).add(answer);
  }

  void next(String function, Answer answer) {
    next(function, () -> answer);
  }

  /** The functions in the order of their calls. */
  List<String> called() {
    return List.copyOf(called);
  }

  @Override
  public Answer call(String function, byte[] envelope) {
    called.add(function);
    Supplier<Answer> answer = answers.getOrDefault(function, new ArrayDeque<>()).poll();
    return answer == null ? new Answer.Done() : answer.get();
  }
}
