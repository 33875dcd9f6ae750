package io.updraft.permissions;

import java.util.Optional;

/**
 * Something that code does to AWS.
 *
 * @param action as policies write it, such as {@code dynamodb:GetItem}
 * @param variable the environment variable that names the resource; none where the action alone
 *     tells it
 * @param part what of the resource is meant, such as {@code /index/due}; empty means itself, and
 *     {@link #ANY_KEY} some object of a bucket
 */
public record Use(String action, Optional<String> variable, String part) {
  /** An object whose key was not found in the code, since it was read from a table. */
  public static final String ANY_KEY = "/?";

  static Use of(String action, String variable, String part) {
    return new Use(action, Optional.of(variable), part);
  }
}
