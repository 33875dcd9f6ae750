package io.updraft.permissions;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.permissions.flow.Program;
import io.updraft.servers.ProjectFiles;
import io.updraft.template.Function;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Template;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function may do what its code does, and is told what its code reads: all of it, no more. */
class PoliciesTest {
  /**
   * What the analysis finds and the code does not do, each with its reason. One that is not found
   * any more fails the test.
   */
  private static final Map<String, Set<String>> NOT_DONE =
      Map.of(
          // It makes the stores of all campaign functions; which are asked is decided by what
          // calls.
          "CampaignPreview",
              Set.of(
                  "dynamodb:BatchGetItem arn:aws:dynamodb:local:CampaignsTable",
                  "dynamodb:BatchGetItem arn:aws:dynamodb:local:UpdatesTable"),
          // It judges as the authorizer does, and has no setting that lets it create organizations.
          "Health", Set.of("dynamodb:PutItem arn:aws:dynamodb:local:AccessTable"),
          // The stamps of metrics are only read; those of rules, of the same class, are replaced.
          "AlertRules", Set.of("dynamodb:UpdateItem arn:aws:dynamodb:local:MetricsTable"));

  /** Read by the configuration of the log, of every function. */
  private static final String LOG_LEVEL = "LOG_LEVEL";

  private static final Template TEMPLATE =
      Template.read(
          ProjectFiles.root().resolve(Template.FILE_NAME),
          Map.of(
              "NotificationServiceUrl", "http://notifications",
              "NotificationServiceTokenSecret", "arn:of:the-notifications-token",
              "DeviceServiceUrl", "http://devices",
              "DeviceServiceTokenSecret", "arn:of:the-devices-token",
              "NatsCredentialsSecret", "arn:of:the-credentials",
              "AutoCreateOrganizations", "true"),
          PhysicalNames.logicalIds());

  private static Program program;

  @BeforeAll
  static void readClasses() {
    program = new Program();
  }

  static Stream<Function> functions() {
    return TEMPLATE.functions().values().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void allowExactlyWhatTheCodeDoes(Function function) {
    CodeUses code = CodeUses.of(function.handler(), program);
    assertThat(code.unclear()).isEmpty();
    Needs needs = new Needs(TEMPLATE, function);
    Set<String> found = needs.of(code.uses());
    Set<String> notDone = NOT_DONE.getOrDefault(function.id(), Set.of());
    assertThat(found).containsAll(notDone);
    found.removeAll(notDone);
    assertThat(needs.granted()).containsExactlyInAnyOrderElementsOf(found);
    assertSettings(function, code);
  }

  private static void assertSettings(Function function, CodeUses code) {
    Set<String> given = new TreeSet<>(function.environment().keySet());
    given.remove(LOG_LEVEL);
    assertThat(names(code.settings().stream())).containsAll(given);
    assertThat(given).containsAll(names(code.settings().stream().filter(Setting::required)));
  }

  private static Set<String> names(Stream<Setting> settings) {
    return settings.map(Setting::name).collect(toCollection(TreeSet::new));
  }

  /** The two sides meet nothing else than these words. */
  @Test
  void allowNothingByPatternOfActions() {
    Set<String> actions =
        functions()
            .flatMap(f -> f.permissions().stream())
            .flatMap(s -> s.actions().stream())
            .collect(toSet());
    assertThat(actions).isNotEmpty().noneMatch(action -> action.contains("*"));
  }
}
