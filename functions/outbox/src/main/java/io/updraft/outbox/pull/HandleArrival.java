package io.updraft.outbox.pull;

import io.updraft.lambda.consumed.Consumed;
import io.updraft.lambda.consumed.ConsumedJson;
import io.updraft.outbox.domain.Arrival;
import io.updraft.outbox.domain.ConsumedIds;
import io.updraft.outbox.domain.DeadLetters;
import io.updraft.outbox.domain.FunctionCalls.Answer;
import io.updraft.outbox.pull.CallFunctions.Sum;
import io.updraft.outbox.pull.Pulled.Fate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deals with one message: whatever it is, it is acknowledged, kept as a dead letter and then
 * acknowledged, or put off. An acknowledgement is the last thing that happens.
 */
final class HandleArrival {
  private static final Logger LOG = LoggerFactory.getLogger(HandleArrival.class);

  /** No event that is wanted is near it. */
  static final int MOST_BYTES = 256 * 1024;

  /** With the delays between them about six hours. */
  static final int MOST_FAILURES = 20;

  private final Map<String, List<String>> wanting;
  private final CallFunctions functions;
  private final ConsumedIds ids;
  private final DeadLetters deadLetters;
  private final Delays delays;
  private final ConsumedJson json = new ConsumedJson();

  HandleArrival(
      Map<String, List<String>> wanting,
      CallFunctions functions,
      ConsumedIds ids,
      DeadLetters deadLetters,
      Delays delays) {
    this.wanting = wanting;
    this.functions = functions;
    this.ids = ids;
    this.deadLetters = deadLetters;
    this.delays = delays;
  }

  /** Where the tables can't be reached, the message comes again, as often as that takes. */
  Fate handle(Arrival arrival, Budget budget) {
    try {
      return dealtWith(arrival, budget);
    } catch (RuntimeException e) {
      LOG.error("{} is put off", arrival.letterhead(), e);
      arrival.comeAgain(delays.after(arrival.letterhead().deliveries()));
      return Fate.PUT_OFF;
    }
  }

  private Fate dealtWith(Arrival arrival, Budget budget) {
    if (arrival.body().length > MOST_BYTES) {
      return dead(arrival, "%d bytes; at most %d".formatted(arrival.body().length, MOST_BYTES));
    }
    return switch (json.read(arrival.body())) {
      case Consumed.Wanted wanted -> handOut(arrival, wanted, budget);
      case Consumed.Unknown(String type) -> unknown(arrival, type);
      case Consumed.Unsound(String reason) -> dead(arrival, reason);
    };
  }

  private static Fate unknown(Arrival arrival, String type) {
    LOG.info("nobody wants {} on {}", type, arrival.letterhead().subject());
    arrival.acknowledge();
    return Fate.UNKNOWN;
  }

  private Fate dead(Arrival arrival, String reason) {
    deadLetters.keep(arrival.letterhead(), arrival.body(), reason);
    LOG.warn("{} is a dead letter: {}", arrival.letterhead(), reason);
    arrival.acknowledge();
    return Fate.DEAD_LETTER;
  }

  private Fate handOut(Arrival arrival, Consumed.Wanted wanted, Budget budget) {
    String organization = wanted.origin().organizationId();
    UUID id = wanted.envelope().id();
    ConsumedIds.Progress before = ids.find(organization, id);
    if (before.handled()) {
      arrival.acknowledge();
      return Fate.CONSUMED;
    }
    String subject = PullSettings.subject(wanted.envelope().data().getClass());
    List<String> all = wanting.getOrDefault(subject, List.of());
    return after(functions.callAll(all, before.done(), arrival, budget), arrival, organization, id);
  }

  private Fate after(Sum sum, Arrival arrival, String organization, UUID id) {
    return switch (sum.answer()) {
      case Answer.Done _ -> {
        ids.handled(organization, id);
        arrival.acknowledge();
        yield Fate.CONSUMED;
      }
      case Answer.Refused(String reason) -> dead(arrival, reason);
      case Answer.Again(String reason) -> again(sum, arrival, organization, id, reason);
      case Answer.Failed(String reason) -> failed(sum, arrival, organization, id, reason);
    };
  }

  private Fate again(Sum sum, Arrival arrival, String organization, UUID id, String reason) {
    if (sum.progressed()) {
      ids.unfinished(organization, id, sum.done(), false);
    }
    LOG.info("{} comes again: {}", arrival.letterhead(), reason);
    arrival.comeAgain(Delays.GOES_ON);
    return Fate.PUT_OFF;
  }

  private Fate failed(Sum sum, Arrival arrival, String organization, UUID id, String reason) {
    int failures = ids.unfinished(organization, id, sum.done(), true);
    if (failures >= MOST_FAILURES) {
      return dead(arrival, "failed %d times: %s".formatted(failures, reason));
    }
    LOG.error("{} failed {} times: {}", arrival.letterhead(), failures, reason);
    arrival.comeAgain(delays.after(failures));
    return Fate.PUT_OFF;
  }
}
