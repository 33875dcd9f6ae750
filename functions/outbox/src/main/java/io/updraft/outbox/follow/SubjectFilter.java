package io.updraft.outbox.follow;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A NATS subject with wildcards: {@code *} stands for one word, {@code >} at the end for one or
 * more. Applied here and not by the server, which takes as a consumer's filter only what lies
 * within one stream's subjects, and more than one filter only from 2.10 on.
 */
final class SubjectFilter {
  static final SubjectFilter EVERYTHING = new SubjectFilter(">");

  private final Pattern pattern;

  SubjectFilter(String filter) {
    this.pattern = Pattern.compile(expression(filter));
  }

  boolean matches(String subject) {
    return pattern.matcher(subject).matches();
  }

  private static String expression(String filter) {
    return Arrays.stream(filter.split("\\.", -1)).map(SubjectFilter::word).collect(joining("\\."));
  }

  private static String word(String word) {
    return switch (word) {
      case "*" -> "[^.]+";
      case ">" -> ".+";
      default -> Pattern.quote(word);
    };
  }
}
