package io.updraft.local.gateway;

import java.util.Locale;

/** Which bodies an HTTP API hands over as text; the others go as Base64. */
final class MediaTypes {
  private MediaTypes() {}

  static boolean isText(String contentType, String contentEncoding) {
    if (!contentEncoding.isEmpty() && !contentEncoding.equalsIgnoreCase("identity")) {
      return false;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.endsWith("+json")
        || type.equals("application/json")
        || type.equals("application/javascript")
        || type.equals("application/xml");
  }
}
