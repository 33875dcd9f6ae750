package io.updraft.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.coldstart.baseline.Hello;
import io.updraft.template.Function;
import io.updraft.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages are started; it runs when all have been built, from Maven's phase verify on. */
class ColdStartTest {
  private static Site site;
  private static ColdStart coldStart;

  @BeforeAll
  static void open() throws IOException {
    site = Site.open();
    coldStart = new ColdStart(List.of(), site.log());
  }

  @AfterAll
  static void close() throws IOException {
    site.close();
  }

  /** A function of each package: what it needs is in there. */
  private static List<String> oneOfEachPackage() {
    Template template = Site.template("nats://nowhere");
    Map<String, String> functions = new TreeMap<>();
    for (Function function : template.functions().values()) {
      functions.putIfAbsent(function.codeUri(), function.id());
    }
    return List.copyOf(functions.values());
  }

  @ParameterizedTest
  @MethodSource("oneOfEachPackage")
  void answersItsFirstEvent(String function) throws Exception {
    Start start = coldStart.run(site.function(function), LifeCycle.ON_DEMAND);

    assertThat(start.answer()).isNotEmpty();
    assertThat(start.cpuMillis()).isPositive();
    assertThat(start.shares().classes()).isGreaterThan(1_000);
  }

  @Test
  void isRestoredFromWhatItWasBefore() throws Exception {
    Subject poll = site.function("DevicePoll");

    Start restored = coldStart.run(poll, LifeCycle.SNAP_START);

    assertThat(restored.answer())
        .asString(UTF_8)
        .contains("\"statusCode\"")
        .isEqualTo(new String(coldStart.run(poll, LifeCycle.ON_DEMAND).answer(), UTF_8));
  }

  @Test
  void saysWhatAFunctionWroteThatDoesNotStart() {
    Subject hello = site.baseline("hello", Hello.class, "DevicePoll");
    Subject broken =
        new Subject(
            "broken", hello.folder(), "io.updraft.Missing", hello.environment(), hello.event());

    assertThatThrownBy(() -> coldStart.run(broken, LifeCycle.ON_DEMAND))
        .isInstanceOf(FailedStart.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("io.updraft.Missing");
  }
}
