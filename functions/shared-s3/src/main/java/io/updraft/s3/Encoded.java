package io.updraft.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts in the forms that headers can carry: ASCII only. */
public final class Encoded {
  private Encoded() {}

  /** Percent-encoded UTF-8, as in RFC 8187; plain letters, digits, dots and dashes stay. */
  public static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /**
   * The content disposition of a file to be kept under this name, by RFC 6266: the plain form for
   * old clients, the encoded one for names beyond ASCII.
   */
  static String attachment(String filename) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(plain(filename), percent(filename));
  }

  /** Readable, with an underscore in place of what a quoted ASCII text can't hold. */
  private static String plain(String text) {
    return text.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "_");
  }
}
