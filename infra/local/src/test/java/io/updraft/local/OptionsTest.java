package io.updraft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Path DATA = Path.of("/project/data");

  @Test
  void hasDefaults() {
    assertThat(parse())
        .isEqualTo(
            new Options(
                8080,
                "127.0.0.1",
                DATA,
                URI.create("http://127.0.0.1:8080"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void takesWhatIsGiven() {
    Options options =
        parse(
            "--port", "9", "--host", "10.0.0.1", "--data", "/a b/../c", "--public-url", "http://x");

    assertThat(options)
        .isEqualTo(
            new Options(
                9,
                "10.0.0.1",
                Path.of("/c"),
                URI.create("http://x"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(options.localUrl()).isEqualTo(URI.create("http://10.0.0.1:9"));
    assertThat(options.publicAddress(5)).isEqualTo(URI.create("http://x:5"));
  }

  @Test
  void takesTheServicesBesides() {
    Options options =
        parse("--notification-url", "http://notify", "--device-service-url", "http://devices");

    assertThat(options.notifications()).contains(URI.create("http://notify"));
    assertThat(options.devices()).contains(URI.create("http://devices"));
  }

  @Test
  void takesThePollInterval() {
    assertThat(parse("--poll-interval", "5").pollInterval()).contains(5);
  }

  @Test
  void aWildcardIsReachedByLoopback() {
    assertThat(parse("--host", "0.0.0.0").publicUrl())
        .isEqualTo(URI.create("http://127.0.0.1:8080"));
  }

  @Test
  void knowsWhoAsksForHelp() {
    assertThat(Options.wantsHelp(new String[] {"--port", "1", "--help"})).isTrue();
    assertThat(Options.wantsHelp(new String[] {"-h"})).isTrue();
    assertThat(Options.wantsHelp(new String[] {"--port", "1"})).isFalse();
  }

  @Test
  void saysWhatIsWrong() {
    assertWrong("Unknown option --prot", "--prot", "1");
    assertWrong("--port needs a value", "--port");
    assertWrong("--port must be from 1 to 65535, but is 0", "--port", "0");
    assertWrong("--port must be from 1 to 65535, but is x", "--port", "x");
    assertWrong("--poll-interval must be from 1 to 86400, but is 0", "--poll-interval", "0");
    assertWrong("--public-url must be like http://host:8080", "--public-url", "host");
  }

  private static void assertWrong(String message, String... arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static Options parse(String... arguments) {
    return Options.parse(arguments, DATA);
  }
}
