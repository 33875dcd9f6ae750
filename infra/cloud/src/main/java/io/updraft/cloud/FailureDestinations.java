package io.updraft.cloud;

import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.services.sam.CfnFunction;
import software.amazon.awscdk.services.sam.CfnFunction.EventInvokeConfigProperty;

/**
 * Where a function's failed invocations go. CDK knows no such destination without one for those
 * that succeed, which SAM does not ask for; so what the template says is taken out, and put back as
 * an override, which is not checked.
 */
final class FailureDestinations {
  private FailureDestinations() {}

  static void keep(CfnFunction function) {
    Object given = function.getEventInvokeConfig();
    if (given == null) {
      return;
    }
    Object config = Objects.requireNonNull(function.getStack().resolve(given));
    Object onFailure = member(member(config, "destinationConfig"), "onFailure");
    function.setEventInvokeConfig((EventInvokeConfigProperty) null);
    function.addPropertyOverride(
        "EventInvokeConfig",
        Map.of(
            "MaximumRetryAttempts",
            member(config, "maximumRetryAttempts"),
            "DestinationConfig",
            Map.of(
                "OnFailure",
                Map.of(
                    "Type", member(onFailure, "type"),
                    "Destination", member(onFailure, "destination")))));
  }

  private static Object member(Object object, String name) {
    return Objects.requireNonNull(((Map<?, ?>) object).get(name), name);
  }
}
