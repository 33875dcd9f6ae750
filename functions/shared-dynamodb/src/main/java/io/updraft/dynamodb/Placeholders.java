package io.updraft.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@code #name} placeholders of expressions: each stands for the attribute of that name.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("#([A-Za-z0-9_]+)");

  private Placeholders() {}

  static @Nullable Map<String, String> names(@Nullable String... expressions) {
    Map<String, String> names = new TreeMap<>();
    for (String expression : expressions) {
      collect(expression, names);
    }
    return names.isEmpty() ? null : names;
  }

  private static void collect(@Nullable String expression, Map<String, String> names) {
    if (expression == null) {
      return;
    }
    Matcher matcher = PLACEHOLDER.matcher(expression);
    while (matcher.find()) {
      names.put(matcher.group(), matcher.group(1));
    }
  }
}
