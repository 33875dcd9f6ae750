package io.updraft.access.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the routes in the API document, by its indentation: a parser of YAML would take longer to
 * load than everything else that the function does. A test holds the document to this form, and its
 * routes to those of the template.
 */
final class DocumentedRoutes {
  private static final Pattern PATH = Pattern.compile("  (/\\S*):");
  private static final Pattern METHOD = Pattern.compile("    (get|put|post|patch|delete):");

  private DocumentedRoutes() {}

  /** Each as {@code GET /firmware/{id}}. */
  static List<String> in(String document) {
    List<String> routes = new ArrayList<>();
    String path = "";
    for (String line : document.lines().toList()) {
      Matcher pathLine = PATH.matcher(line);
      Matcher methodLine = METHOD.matcher(line);
      if (pathLine.matches()) {
        path = pathLine.group(1);
      } else if (methodLine.matches()) {
        routes.add(methodLine.group(1).toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    return routes;
  }
}
