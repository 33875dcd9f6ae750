package io.updraft.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.JniHelper;
import io.updraft.coldstart.RecordedCalls.Call;
import io.updraft.lambda.Environment;
import io.updraft.servers.ProjectFiles;
import io.updraft.template.Function;
import io.updraft.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What all functions do before a snapshot. No database here knows policies, so they are read. */
class PrimingTest {
  private static final Pattern READABLE =
      Pattern.compile("dynamodb:GetItem\\b.*Resource: !GetAtt (\\w+)\\.Arn");

  @Test
  void readsAnItemOfATableThatTheFunctionMayReadAndNothingElse() throws Exception {
    List<Call> calls = callsBeforeSnapshots(Site.template("nats://nowhere").functions().values());

    assertThat(calls).allSatisfy(PrimingTest::isAllowed);
    assertThat(calls)
        .extracting(Call::function)
        .contains("DevicePoll", "TelemetryIngest", "Authorizer", "AlertTrigger", "OutboxPublish");
  }

  private static void isAllowed(Call call) throws IOException {
    assertThat(call.operation()).isEqualTo("GetItem");
    assertThat(call.connection()).isEqualTo("close");
    String properties = properties(call.function());
    // The platform takes no snapshot of the others, so that they are never primed there.
    if (properties.contains("SnapStart:")) {
      assertThat(readable(properties)).as(call.function()).contains(call.table());
    }
  }

  private static List<Call> callsBeforeSnapshots(Collection<Function> functions) throws Exception {
    try (RecordedCalls database = RecordedCalls.start()) {
      for (Function function : functions) {
        Map<String, String> environment =
            new HashMap<>(Site.environment(function, database.address(function.id())));
        environment.put(
            "AWS_LAMBDA_INITIALIZATION_TYPE", LifeCycle.SNAP_START.initializationType());
        Class<?> handler = Class.forName(function.handler());
        Environment.supply(environment, () -> handler.getConstructor().newInstance());
      }
      // Lambda's part forgets addresses at the end, by a library of its own.
      JniHelper.load();
      Core.getGlobalContext().beforeCheckpoint(Core.getGlobalContext());
      return database.calls();
    }
  }

  /** The function's own lines of the template. */
  private static String properties(String function) throws IOException {
    String template = Files.readString(ProjectFiles.root().resolve(Template.FILE_NAME));
    String own = template.substring(template.indexOf("\n  " + function + ":\n") + 1);
    return own.split("\n  \\w+:\n", 2)[0];
  }

  private static Set<String> readable(String properties) {
    return READABLE
        .matcher(properties)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }
}
