package io.updraft.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param port of the API
 * @param host address that the API listens on
 * @param data folder in which everything is kept
 * @param publicUrl how clients reach the API; S3 addresses get the same host
 * @param notifications the notification service, where there is one
 * @param devices the device service, where there is one
 * @param pollInterval how many seconds a device with nothing to do waits, where that is said
 */
record Options(
    int port,
    String host,
    Path data,
    URI publicUrl,
    Optional<URI> notifications,
    Optional<URI> devices,
    Optional<Integer> pollInterval) {
  static final String USAGE =
      """
      Usage: scripts/run [--port PORT] [--data DIR] [--host ADDRESS] [--public-url URL]
                         [--notification-url URL] [--device-service-url URL]
                         [--poll-interval SECONDS]
        --port        port of the API; 8080 if not given
        --data        folder in which all data is kept; data/ of the project if not given
        --host        address to listen on; 127.0.0.1 if not given, 0.0.0.0 for all
        --public-url  how clients reach the API; http://HOST:PORT if not given
        --notification-url  the notification service; without it nothing is sent
        --device-service-url  the device service; without it the built-in registry knows all devices
        --poll-interval  how long a device with nothing to do waits, 1 to 86400; 300 if not given""";

  private static final Set<String> NAMES =
      Set.of(
          "--port",
          "--host",
          "--data",
          "--public-url",
          "--notification-url",
          "--device-service-url",
          "--poll-interval");
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_INTERVAL = 86_400;

  /** How this machine itself reaches the API. */
  URI localUrl() {
    return URI.create("http://" + reachable(host) + ":" + port);
  }

  /** How clients reach another port of this machine. */
  URI publicAddress(int otherPort) {
    return URI.create("http://" + publicUrl.getHost() + ":" + otherPort);
  }

  private static String reachable(String host) {
    return host.equals("0.0.0.0") ? "127.0.0.1" : host;
  }

  /** Whether only the usage is asked for. */
  static boolean wantsHelp(String[] arguments) {
    return Stream.of(arguments).anyMatch(Set.of("-h", "--help")::contains);
  }

  /** Throws {@link IllegalArgumentException} saying what is wrong. */
  static Options parse(String[] arguments, Path defaultData) {
    Map<String, String> values = values(arguments);
    int port = number("--port", values.getOrDefault("--port", "8080"), HIGHEST_PORT);
    String host = values.getOrDefault("--host", "127.0.0.1");
    String data = values.get("--data");
    return new Options(
        port,
        host,
        (data == null ? defaultData : Path.of(data)).toAbsolutePath().normalize(),
        url(
            "--public-url",
            values.getOrDefault("--public-url", "http://" + reachable(host) + ":" + port)),
        optionalUrl("--notification-url", values),
        optionalUrl("--device-service-url", values),
        Optional.ofNullable(values.get("--poll-interval"))
            .map(text -> number("--poll-interval", text, LONGEST_INTERVAL)));
  }

  private static Optional<URI> optionalUrl(String name, Map<String, String> values) {
    return Optional.ofNullable(values.get(name)).map(text -> url(name, text));
  }

  private static Map<String, String> values(String[] arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i])) {
        throw new IllegalArgumentException("Unknown option " + arguments[i]);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      values.put(arguments[i], arguments[i + 1]);
    }
    return values;
  }

  private static int number(String name, String text, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, with the same words as a number outside the limits.
    }
    throw new IllegalArgumentException(
        "%s must be from 1 to %d, but is %s".formatted(name, most, text));
  }

  private static URI url(String name, String text) {
    URI url = URI.create(text);
    if (url.getHost() == null) {
      throw new IllegalArgumentException(name + " must be like http://host:8080");
    }
    return url;
  }
}
