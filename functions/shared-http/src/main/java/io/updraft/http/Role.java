package io.updraft.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller is in its organization. */
public enum Role {
  VIEWER,
  OPERATOR,
  FIRMWARE_MANAGER,
  ADMIN,
  DEVICE,
  SERVICE;

  /** The name in tokens, keys and documents, in lower snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that wire name, if there is one. */
  public static Optional<Role> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }

  /**
   * Whether who has this role may do what the other may: admins all of users, users what viewers.
   */
  boolean includes(Role other) {
    return switch (other) {
      case VIEWER -> this != DEVICE && this != SERVICE;
      case OPERATOR, FIRMWARE_MANAGER -> this == other || this == ADMIN;
      case ADMIN, DEVICE, SERVICE -> this == other;
    };
  }
}
