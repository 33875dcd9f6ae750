package io.updraft.firmware.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts in the forms that headers can carry: ASCII only. */
final class Encoded {
  private Encoded() {}

  /** Percent-encoded UTF-8, as in RFC 8187; plain letters, digits, dots and dashes stay. */
  static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** Readable, with an underscore in place of what a quoted ASCII text can't hold. */
  static String plain(String text) {
    return text.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "_");
  }
}
