package io.updraft.access.keys.create;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.updraft.access.domain.DeviceId;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.Scope;
import io.updraft.http.Fields;
import io.updraft.http.ProblemException;
import io.updraft.http.Role;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wanted of a new key. */
record KeyRequest(Grant grant, @Nullable String name, @Nullable Instant expiresAt) {
  private static final int MAX_NAME = 100;
  private static final int MAX_SCOPES = 50;
  private static final int MAX_SCOPE = 81;
  private static final Pattern DEVICE_CHARACTERS = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final String DEVICE_FORM =
      "must have 1 to 128 letters, digits or . _ : - and not be 'bulk'";

  /**
   * Reads a body.
   *
   * @param organization the caller's, which is the only one it may name
   * @param now what the expiry must be after
   * @throws ProblemException {@code VALIDATION} with every wrong field
   */
  static KeyRequest read(Fields fields, String organization, Instant now) {
    Wanted wanted = Wanted.read(fields);
    String name = fields.optionalText("name", 1, MAX_NAME);
    Instant expiresAt = fields.optionalTime("expires_at");
    if (expiresAt != null && !expiresAt.isAfter(now.plusSeconds(1))) {
      fields.reject("expires_at", "must be in the future");
    }
    if (!fields.textOr("organization", organization, 63).equals(organization)) {
      fields.reject("organization", "must be your own; leave it out");
    }
    fields.throwIfInvalid();
    return new KeyRequest(wanted.grant(), name, expiresAt);
  }

  /** The fields that make up the grant, which depend on each other. */
  private record Wanted(Role role, @Nullable String device, boolean gateway, List<String> scopes) {

    static Wanted read(Fields fields) {
      Wanted wanted =
          new Wanted(
              fields.choice("role", Role.class),
              fields.optionalPattern("device", DEVICE_CHARACTERS, DEVICE_FORM),
              fields.flagOr("gateway", false),
              fields.texts("scopes", MAX_SCOPES, 1, MAX_SCOPE));
      if (fields.has("role")) {
        wanted.checkDevice(fields);
        wanted.checkScopes(fields);
      }
      return wanted;
    }

    private void checkDevice(Fields fields) {
      boolean isDevice = role == Role.DEVICE;
      if (isDevice && fields.has("device") == gateway) {
        fields.reject("device", "is required for the role device, or gateway: true in its place");
      }
      if (!isDevice && (fields.has("device") || gateway)) {
        fields.reject("device", "is for the role device only, and so is gateway");
      }
      if (device != null && DeviceId.parse(device).isEmpty()) {
        fields.reject("device", DEVICE_FORM);
      }
    }

    private void checkScopes(Fields fields) {
      boolean isService = role == Role.SERVICE;
      if (isService && !fields.has("scopes")) {
        fields.reject("scopes", "is required for the role service");
      } else if (isService == scopes.isEmpty() && fields.has("scopes")) {
        fields.reject("scopes", "must list something for the role service, and nothing otherwise");
      }
      if (!scopes.stream().allMatch(scope -> Scope.parse(scope).isPresent())) {
        fields.reject("scopes", "must be of the form resource:action, as telemetry:write");
      }
    }

    Grant grant() {
      return switch (role) {
        case VIEWER -> new Grant.User(Grant.Rank.VIEWER);
        case OPERATOR -> new Grant.User(Grant.Rank.OPERATOR);
        case FIRMWARE_MANAGER -> new Grant.User(Grant.Rank.FIRMWARE_MANAGER);
        case ADMIN -> new Grant.User(Grant.Rank.ADMIN);
        case DEVICE ->
            device == null ? new Grant.Gateway() : new Grant.Device(new DeviceId(device));
        case SERVICE ->
            new Grant.Service(scopes.stream().map(Scope::new).collect(toUnmodifiableSet()));
      };
    }
  }
}
