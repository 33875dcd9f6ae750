package io.updraft.http;

import java.util.regex.Pattern;

/** Method and path template of a route, as {@code GET /firmware/{id}}. */
record RouteKey(String method, Pattern path) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}/]+}");
  private static final Pattern REST = Pattern.compile("\\{[^}/]+\\+}");

  static RouteKey of(String routeKey) {
    String[] words = routeKey.split(" ", -1);
    if (words.length != 2 || !words[1].startsWith("/")) {
      throw new IllegalArgumentException("No method and path: " + routeKey);
    }
    return new RouteKey(words[0], pattern(words[1]));
  }

  boolean matchesPath(String candidate) {
    return path.matcher(candidate).matches();
  }

  private static Pattern pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    for (String segment : template.substring(1).split("/", -1)) {
      pattern.append('/').append(segmentPattern(segment));
    }
    return Pattern.compile(pattern.toString());
  }

  private static String segmentPattern(String segment) {
    if (REST.matcher(segment).matches()) {
      return ".+";
    }
    return PARAMETER.matcher(segment).matches() ? "[^/]+" : Pattern.quote(segment);
  }
}
