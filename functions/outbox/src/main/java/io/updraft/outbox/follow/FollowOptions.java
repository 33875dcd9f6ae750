package io.updraft.outbox.follow;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link FollowEvents}.
 *
 * @param url of NATS
 * @param subject which subjects are shown
 * @param fromBeginning whether what the streams hold already is shown too
 * @param count after how many events to end; practically endless unless it was given
 */
record FollowOptions(String url, SubjectFilter subject, boolean fromBeginning, int count) {

  /**
   * Reads {@code --nats URL [--subject FILTER] [--all] [--count N]}.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static FollowOptions parse(List<String> arguments) {
    String url = null;
    SubjectFilter subject = SubjectFilter.EVERYTHING;
    boolean fromBeginning = false;
    int count = Integer.MAX_VALUE;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--nats" -> url = value(option, rest);
        case "--subject" -> subject = new SubjectFilter(value(option, rest));
        case "--all" -> fromBeginning = true;
        case "--count" -> count = positive(option, value(option, rest));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new FollowOptions(required(url), subject, fromBeginning, count);
  }

  private static String required(@Nullable String url) {
    if (url == null) {
      throw new IllegalArgumentException("--nats is missing");
    }
    return url;
  }

  private static String value(String option, Iterator<String> rest) {
    try {
      return rest.next();
    } catch (NoSuchElementException e) {
      throw new IllegalArgumentException(option + " needs a value", e);
    }
  }

  private static int positive(String option, String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(option + " must be a number above 0, but is " + text);
    }
    return Integer.parseInt(text);
  }
}
