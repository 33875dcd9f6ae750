package io.updraft.http;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The authorizer's context, both sides of it: the authorizer writes it, the edge of each function
 * reads it. All values are strings, since API Gateway passes nothing else unchanged.
 */
public final class CallerContext {
  private CallerContext() {}

  /** The context for good credentials. */
  public static Map<String, Object> write(Caller caller) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("valid", "true");
    context.put("organization", caller.organization());
    context.put("user", caller.user());
    context.put("roles", joined(caller.roles().stream().map(Role::wireName)));
    context.put("scopes", joined(caller.scopes().stream()));
    context.put("expires_at", Long.toString(caller.expiresAt().getEpochSecond()));
    if (caller.device() != null) {
      context.put("device", caller.device());
    } else if (caller.isDevice()) {
      context.put("gateway", "true");
    }
    if (caller.pollInterval() != null) {
      context.put("poll_interval", Long.toString(caller.pollInterval().toSeconds()));
    }
    return context;
  }

  /** The context for bad credentials; the reason is a sentence that may be shown to the caller. */
  public static Map<String, Object> invalid(String reason) {
    return Map.of("valid", "false", "reason", reason);
  }

  /**
   * Reads {@code requestContext.authorizer.lambda}. A context that does not hold together is
   * invalid, never less strict: a device without its id is no gateway unless it says so.
   */
  public static Credentials read(JsonNode context) {
    if (!context.isObject()) {
      return new Credentials.Absent();
    }
    if (!text(context, "valid").equals("true")) {
      return new Credentials.Invalid(context.path("reason").asText("Send valid credentials."));
    }
    try {
      return new Credentials.Valid(caller(context));
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return new Credentials.Invalid("The credentials could not be understood.");
    }
  }

  private static Caller caller(JsonNode context) {
    String device = text(context, "device");
    Caller caller =
        new Caller(
            text(context, "organization"),
            text(context, "user"),
            roles(context),
            device.isEmpty() ? null : device,
            Set.copyOf(split(text(context, "scopes"))),
            Instant.ofEpochSecond(Long.parseLong(text(context, "expires_at"))),
            pollInterval(text(context, "poll_interval")));
    if (caller.isDevice() && device.isEmpty() && !text(context, "gateway").equals("true")) {
      throw new IllegalArgumentException("A device has an id, or is a gateway");
    }
    return caller;
  }

  private static @Nullable Duration pollInterval(String seconds) {
    return seconds.isEmpty() ? null : Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static Set<Role> roles(JsonNode context) {
    return split(text(context, "roles")).stream()
        .map(name -> Role.ofWireName(name).orElseThrow(IllegalArgumentException::new))
        .collect(toUnmodifiableSet());
  }

  private static String joined(Stream<String> names) {
    return names.sorted().collect(joining(","));
  }

  private static Collection<String> split(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(toUnmodifiableSet());
  }

  private static String text(JsonNode context, String key) {
    return context.path(key).asText("");
  }
}
