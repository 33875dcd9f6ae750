package io.updraft.telemetry.delivery;

import io.updraft.http.Caller;
import io.updraft.http.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sends. */
public final class Callers {
  private Callers() {}

  public static Caller device(String id) {
    return caller(Role.DEVICE, id);
  }

  public static Caller gateway() {
    return caller(Role.DEVICE, null);
  }

  public static Caller operator() {
    return caller(Role.OPERATOR, null);
  }

  private static Caller caller(Role role, @Nullable String device) {
    return new Caller("acme", "maker", Set.of(role), device, Set.of(), Instant.MAX);
  }
}
