package io.updraft.lambda;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of one function, read by type.
 *
 * <p>In the cloud these are the variables of the process. Where one process holds many functions,
 * whoever creates a function's handler lends it the function's own variables through {@link
 * #supply}, so that two functions can have different values under one name. A variable that is
 * blank counts as missing, since a template can't leave one out.
 *
 * <p>Each getter throws {@link InvalidEnvironment}, which names the variable and what is wrong.
 */
public final class Environment {
  private static final ScopedValue<Environment> LENT = ScopedValue.newInstance();

  private final Map<String, String> values;

  private Environment(Map<String, String> values) {
    this.values = values;
  }

  /** The environment of the function that is being created, or else of the process. */
  public static Environment current() {
    return LENT.isBound() ? LENT.get() : new Environment(System.getenv());
  }

  /** An environment with exactly these variables. */
  public static Environment of(Map<String, String> values) {
    return new Environment(Map.copyOf(values));
  }

  /** Runs {@code creation} with these variables as its {@link #current} environment. */
  public static <T, X extends Throwable> T supply(
      Map<String, String> values, ScopedValue.CallableOp<T, X> creation) throws X {
    return ScopedValue.where(LENT, of(values)).call(creation);
  }

  /** The value, or nothing where it is missing. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  public String text(String name) {
    return find(name).orElseThrow(() -> new InvalidEnvironment(name + " is missing"));
  }

  public String text(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  /** A whole number within {@code min}..{@code max}, both inclusive. */
  public int integer(String name, int min, int max) {
    return toInteger(name, text(name), min, max);
  }

  /** Like {@link #integer(String, int, int)}, with a value where the variable is missing. */
  public int integer(String name, int otherwise, int min, int max) {
    return find(name).map(value -> toInteger(name, value, min, max)).orElse(otherwise);
  }

  /** A whole number of seconds within {@code min}..{@code max}, both inclusive. */
  public Duration seconds(String name, Duration otherwise, Duration min, Duration max) {
    return Duration.ofSeconds(integer(name, toSeconds(otherwise), toSeconds(min), toSeconds(max)));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean otherwise) {
    return find(name).map(value -> toFlag(name, value)).orElse(otherwise);
  }

  /** An absolute address, with its scheme. */
  public URI uri(String name) {
    return toUri(name, text(name));
  }

  /** An absolute address, or nothing where the variable is missing. */
  public Optional<URI> findUri(String name) {
    return find(name).map(value -> toUri(name, value));
  }

  private static int toSeconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }

  private static int toInteger(String name, String value, int min, int max) {
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, with the same words as a number outside the limits.
    }
    throw new InvalidEnvironment(
        "%s must be a whole number from %d to %d, but is '%s'".formatted(name, min, max, value));
  }

  private static boolean toFlag(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidEnvironment(
              "%s must be true or false, but is '%s'".formatted(name, value));
    };
  }

  private static URI toUri(String name, String value) {
    try {
      URI uri = new URI(value);
      if (uri.isAbsolute()) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      // Answered below, with the same words as an address without a scheme.
    }
    throw new InvalidEnvironment(
        "%s must be an absolute address, but is '%s'".formatted(name, value));
  }
}
