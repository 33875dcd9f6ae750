package io.updraft.outbox.pull;

import io.updraft.outbox.domain.Arrival;
import io.updraft.outbox.domain.FunctionCalls;
import io.updraft.outbox.domain.FunctionCalls.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls all functions that want an event, each also where another one fails: one broken context
 * must not keep the others from doing their part.
 */
final class CallFunctions {
  private final FunctionCalls calls;

  CallFunctions(FunctionCalls calls) {
    this.calls = calls;
  }

  Sum callAll(List<String> functions, Set<String> doneBefore, Arrival arrival, Budget budget) {
    Set<String> done = new HashSet<>(doneBefore);
    List<Answer> open = new ArrayList<>();
    for (String function : functions) {
      if (!done.contains(function)) {
        switch (called(function, arrival, budget)) {
          case Answer.Done _ -> done.add(function);
          case Answer answer -> open.add(answer);
        }
      }
    }
    return new Sum(worst(open), done, done.size() > doneBefore.size());
  }

  private Answer called(String function, Arrival arrival, Budget budget) {
    if (!budget.allowsCall()) {
      return new Answer.Again("no time is left for " + function);
    }
    return switch (answer(function, arrival)) {
      case Answer.Done done -> done;
      case Answer.Again(String reason) -> new Answer.Again(function + ": " + reason);
      case Answer.Refused(String reason) -> new Answer.Refused(function + ": " + reason);
      case Answer.Failed(String reason) -> new Answer.Failed(function + ": " + reason);
    };
  }

  private Answer answer(String function, Arrival arrival) {
    try (Heartbeat _ = Heartbeat.of(arrival)) {
      return calls.call(function, arrival.body());
    }
  }

  /** A refusal ends the event, so it counts only when no other function has anything left to do. */
  private static Answer worst(List<Answer> open) {
    Answer worst = new Answer.Done();
    for (Answer answer : open) {
      worst = rank(answer) > rank(worst) ? answer : worst;
    }
    return worst;
  }

  private static int rank(Answer answer) {
    return switch (answer) {
      case Answer.Done _ -> 0;
      case Answer.Refused _ -> 1;
      case Answer.Again _ -> 2;
      case Answer.Failed _ -> 3;
    };
  }

  /**
   * What the functions made of an event together.
   *
   * @param done those that need not be called again
   * @param progressed whether some of these have done with it just now
   */
  record Sum(Answer answer, Set<String> done, boolean progressed) {
    Sum {
      done = Set.copyOf(done);
    }
  }
}
