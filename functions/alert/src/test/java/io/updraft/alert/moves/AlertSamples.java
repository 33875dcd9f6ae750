package io.updraft.alert.moves;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertChange;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertMove;
import io.updraft.alert.domain.Breach;
import io.updraft.alert.domain.Course;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.domain.Opening;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.Standing;
import io.updraft.alert.moves.RaiseAlert.Violation;
import io.updraft.alert.rule.Samples;
import io.updraft.events.Origin;
import io.updraft.telemetry.published.Nanos;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Alerts to test with. */
public final class AlertSamples {
  public static final Origin ORIGIN = Origin.of(Samples.ORG);
  public static final Mark BY_BOB = new Mark("bob", Samples.NOW.plusSeconds(60), "seen");
  public static final Mark SILENT = new Mark("system", Samples.NOW.plusSeconds(90), null);
  public static final AlertMove ACKNOWLEDGE = new AlertMove.Acknowledge(BY_BOB);
  public static final AlertMove RESOLVE = new AlertMove.Resolve(BY_BOB);
  public static final AlertMove UNSUPPRESS = new AlertMove.Unsuppress(SILENT);
  public static final AlertMove SUPPRESS =
      new AlertMove.Suppress(BY_BOB, Samples.NOW.plusSeconds(900));

  private static final AlertEvents EVENTS = new AlertEvents(new RandomIds());

  private AlertSamples() {}

  public static long nanos(long seconds) {
    return Nanos.of(Samples.NOW) + seconds * 1_000_000_000;
  }

  public static Course course(long seconds, String value) {
    return new Course(Samples.NOW.plusSeconds(seconds), nanos(seconds), nanos(seconds), 1, value);
  }

  public static AlertId id(int number) {
    return new AlertId("alert_%026d".formatted(number));
  }

  /** The alert of a device, as the so manyth. */
  public static Alert alert(Rule rule, int number, String device) {
    return Alert.triggered(rule, id(number), device, course(0, "81"));
  }

  /** Begins an alert on what was decided on before, by rules of a stamp. */
  public static Opening opening(Alert alert, Standing before, String stamp) {
    return new Opening(before, alert, Samples.NOW, stamp, EVENTS.triggered(alert, ORIGIN));
  }

  public static AlertChange change(Alert before, AlertMove move) {
    return new AlertChange(before, move, EVENTS.moved(before.moved(move), move, ORIGIN));
  }

  /** The rule is broken by points of these seconds, whose values they are too. */
  public static Violation violation(Rule rule, String device, String stamp, long... seconds) {
    List<Breach> breaches =
        Arrays.stream(seconds)
            .mapToObj(second -> new Breach(nanos(second), Long.toString(second)))
            .toList();
    return new Violation(rule, device, breaches, Samples.NOW, stamp);
  }

  public static Instant at(long seconds) {
    return Samples.NOW.plusSeconds(seconds);
  }
}
