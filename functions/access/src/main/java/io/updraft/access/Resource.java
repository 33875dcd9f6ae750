package io.updraft.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A file that is part of this module. */
final class Resource {
  private Resource() {}

  /** Its text, without the blanks around it. */
  static String text(String name) {
    try (InputStream in = Resource.class.getResourceAsStream("/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
