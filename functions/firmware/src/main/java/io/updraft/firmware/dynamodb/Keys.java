package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.time.Instant;

/** The keys of the firmware table; the README of the module shows them with their access. */
final class Keys {
  static final String NEWEST = "newest";

  /** A partition of the index that no organization can have, since none holds a {@code #}. */
  static final String DUE = "#due";

  static final String KEY_PREFIX = "KEY#";

  private Keys() {}

  static Key firmware(String organization, String firmwareId) {
    return new Key(organization, Key.join("FIRMWARE", firmwareId));
  }

  static Key clearance(String organization, String firmwareId) {
    return new Key(Key.join(organization, firmwareId), "CLEARANCE");
  }

  static Key figures(String organization, String firmwareId) {
    return new Key(Key.join(organization, firmwareId), "FIGURES");
  }

  static Key upload(String organization, String uploadId) {
    return new Key(organization, Key.join("UPLOAD", uploadId));
  }

  static Key signingKey(String organization, String signingKeyId) {
    return new Key(organization, KEY_PREFIX + signingKeyId);
  }

  /** Sorts by time; what follows only makes it unique. */
  static String sortedBy(Instant time, String id) {
    return Key.join(ItemBuilder.sortable(time), id);
  }
}
