package io.updraft.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static final Environment EMPTY = Environment.of(Map.of());

  @Test
  void lendsEachFunctionItsOwnVariables() {
    String first = Environment.supply(Map.of("TABLE", "one"), () -> currentTable());
    String second = Environment.supply(Map.of("TABLE", "two"), () -> currentTable());

    assertThat(first).isEqualTo("one");
    assertThat(second).isEqualTo("two");
  }

  @Test
  void lentVariablesReplaceThoseOfTheProcess() {
    assertThat(Environment.current().find("PATH")).isPresent();
    assertThat(Environment.supply(Map.of(), () -> Environment.current().find("PATH"))).isEmpty();
  }

  @Test
  void passesOnWhatTheCreationThrows() {
    assertThatThrownBy(() -> Environment.supply(Map.of(), EnvironmentTest::fail))
        .isInstanceOf(IOException.class);
  }

  @Test
  void namesTheMissingVariable() {
    assertInvalid(() -> EMPTY.text("TABLE"), "TABLE is missing");
    assertInvalid(() -> EMPTY.integer("SIZE", 1, 2), "SIZE is missing");
    assertInvalid(() -> EMPTY.uri("URL"), "URL is missing");
  }

  @Test
  void blankCountsAsMissing() {
    var blank = Environment.of(Map.of("TABLE", "  "));

    assertInvalid(() -> blank.text("TABLE"), "TABLE is missing");
    assertThat(blank.text("TABLE", "default")).isEqualTo("default");
  }

  @Test
  void takesNumbersWithinTheirLimits() {
    var environment = Environment.of(Map.of("LOW", "1", "HIGH", "10", "OVER", "11", "TEXT", "ten"));

    assertThat(environment.integer("LOW", 1, 10)).isEqualTo(1);
    assertThat(environment.integer("HIGH", 1, 10)).isEqualTo(10);
    assertThat(environment.integer("NONE", 7, 1, 10)).isEqualTo(7);
    String limits = " must be a whole number from 1 to 10, but is ";
    assertInvalid(() -> environment.integer("OVER", 1, 10), "OVER" + limits + "'11'");
    assertInvalid(() -> environment.integer("TEXT", 5, 1, 10), "TEXT" + limits + "'ten'");
  }

  @Test
  void takesSeconds() {
    var environment = Environment.of(Map.of("WAIT", "90"));
    Duration minute = Duration.ofMinutes(1);

    assertThat(environment.seconds("WAIT", minute, Duration.ZERO, Duration.ofHours(1)))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(environment.seconds("NONE", minute, Duration.ZERO, Duration.ofHours(1)))
        .isEqualTo(minute);
    assertInvalid(
        () -> environment.seconds("WAIT", minute, Duration.ZERO, minute),
        "WAIT must be a whole number from 0 to 60, but is '90'");
  }

  @Test
  void takesFlags() {
    var environment = Environment.of(Map.of("ON", "true", "OFF", "false", "WRONG", "yes"));

    assertThat(environment.flag("ON", false)).isTrue();
    assertThat(environment.flag("OFF", true)).isFalse();
    assertThat(environment.flag("NONE", true)).isTrue();
    assertInvalid(
        () -> environment.flag("WRONG", true), "WRONG must be true or false, but is 'yes'");
  }

  @Test
  void takesAbsoluteAddresses() {
    var environment =
        Environment.of(Map.of("GOOD", "http://host:1/a", "PATH", "/a", "BAD", "http://a b"));

    assertThat(environment.uri("GOOD")).isEqualTo(URI.create("http://host:1/a"));
    assertThat(environment.findUri("NONE")).isEmpty();
    assertInvalid(() -> environment.uri("PATH"), "PATH must be an absolute address, but is '/a'");
    assertInvalid(
        () -> environment.findUri("BAD"), "BAD must be an absolute address, but is 'http://a b'");
  }

  private static String currentTable() {
    return Environment.current().text("TABLE");
  }

  private static String fail() throws IOException {
    throw new IOException("planned");
  }

  private static void assertInvalid(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(InvalidEnvironment.class).hasMessage(message);
  }
}
