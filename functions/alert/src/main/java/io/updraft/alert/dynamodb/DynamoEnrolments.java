package io.updraft.alert.dynamodb;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Enrolments;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleId;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.dynamodb.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Rules whose devices are to be watched, on the alerts table. */
public final class DynamoEnrolments implements Enrolments {
  private final Dynamo dynamo;
  private final String table;

  /**
   * @param table name of the alerts table
   */
  public DynamoEnrolments(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** The part of a change of a rule after which its devices are to be watched. */
  static Transaction begin(String table, Rule rule) {
    boolean watches = rule.enabled() && rule.terms().condition() instanceof Condition.Absent;
    Key key = AlertKeys.enrolment(rule.organization(), rule.id());
    return watches
        ? new Transaction()
            .add(
                "enrolment",
                at(table, key, rule.updatedAt(), ", rule_version = :version REMOVE reached")
                    .with(v -> v.number(":version", rule.version())))
        : new Transaction();
  }

  private static Guarded at(String table, Key key, Instant due, String more) {
    return Guarded.update(table, key, "SET due_pk = :part, due_sk = :due" + more)
        .with(v -> v.text(":part", AlertKeys.duePart(key)).text(":due", AlertKeys.dueAt(due)));
  }

  @Override
  public Optional<Enrolment> find(String organization, RuleId rule) {
    return dynamo
        .get(table, AlertKeys.enrolment(organization, rule), Reading.CONSISTENT)
        .map(
            item ->
                new Enrolment(
                    organization, rule, item.number("rule_version"), item.textOrNull("reached")));
  }

  @Override
  public void advance(Enrolment from, String reached, Instant due) {
    Guarded write =
        at(table, key(from), due, ", reached = :reached").with(v -> v.text(":reached", reached));
    dynamo.write(unchanged(write, from));
  }

  @Override
  public void end(Enrolment enrolment) {
    dynamo.write(unchanged(Guarded.delete(table, key(enrolment)), enrolment));
  }

  private static Guarded unchanged(Guarded write, Enrolment enrolment) {
    return write
        .when("rule_version = :version")
        .with(v -> v.number(":version", enrolment.ruleVersion()));
  }

  private static Key key(Enrolment enrolment) {
    return AlertKeys.enrolment(enrolment.organization(), enrolment.rule());
  }
}
