package io.updraft.cloud;

import java.util.Map;
import java.util.Optional;

/**
 * What one stage is made with.
 *
 * @param stage its name, the end of the names of its stacks
 * @param account of AWS, twelve digits
 * @param alarmEmail who is told of alarms; nobody where it is not given
 * @param monthlyBudgetUsd what may be spent in a month before somebody is told
 * @param backupDays how long a daily backup is kept
 * @param domains the domains of the API; without them it has the address that API Gateway gives it
 * @param parameters values for parameters of template.yaml
 */
record StageSettings(
    String stage,
    String account,
    String region,
    Nats nats,
    Optional<Domains> domains,
    Optional<String> alarmEmail,
    int monthlyBudgetUsd,
    int backupDays,
    Map<String, String> parameters) {

  StageSettings {
    parameters = Map.copyOf(parameters);
  }

  /** Name of a stack, or of what must have a name. */
  String name(String part) {
    return "updraft-" + stage + "-" + part;
  }
}
