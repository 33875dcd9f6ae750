package io.updraft.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class IntegrationTestsTest {
  @Test
  void withoutTheProfileEverythingRuns() {
    assertThat(left(new IntegrationTests(false, false)))
        .containsExactlyInAnyOrder("plain()", "database()", "nested()", "tagged()");
  }

  @Test
  void withTheProfileOnlyWhatNeedsAwsRuns() {
    assertThat(left(new IntegrationTests(true, true)))
        .containsExactlyInAnyOrder("database()", "nested()", "tagged()");
  }

  @Test
  void nothingRunsWhereThereIsNowhereToRunIt() {
    assertThat(left(new IntegrationTests(true, false))).isEmpty();
  }

  /** Names of the tests that a launcher would run, without the filter of this very run. */
  private static List<String> left(IntegrationTests filter) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                selectClass(Plain.class), selectClass(Stored.class), selectClass(Tagged.class))
            .filters(filter)
            .build();
    TestPlan plan =
        LauncherFactory.create(
                LauncherConfig.builder().enablePostDiscoveryFilterAutoRegistration(false).build())
            .discover(request);
    return plan.getRoots().stream()
        .flatMap(root -> Stream.concat(Stream.of(root), plan.getDescendants(root).stream()))
        .filter(TestIdentifier::isTest)
        .map(TestIdentifier::getDisplayName)
        .toList();
  }

  static class Plain {
    @Test
    void plain() {}
  }

  @ExtendWith(DynamoDbServer.class)
  static class Stored {
    @Test
    void database() {}

    @Nested
    class Inner {
      @Test
      void nested() {}
    }
  }

  @Tag(IntegrationTests.TAG)
  static class Tagged {
    @Test
    void tagged() {}
  }
}
