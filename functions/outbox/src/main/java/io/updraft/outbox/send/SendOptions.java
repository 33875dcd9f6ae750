package io.updraft.outbox.send;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link SendEvent}.
 *
 * @param url of NATS
 * @param organization whose event it is, where the message is only its data; else null
 * @param subject to publish on
 * @param message JSON, or a file with it
 */
record SendOptions(String url, @Nullable String organization, String subject, String message) {

  /**
   * Reads {@code --nats URL [--organization ID] SUBJECT FILE|JSON}.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static SendOptions parse(List<String> arguments) {
    String url = null;
    String organization = null;
    List<String> plain = new ArrayList<>();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--nats" -> url = value(argument, rest);
        case "--organization" -> organization = value(argument, rest);
        default -> plain.add(argument);
      }
    }
    if (url == null || plain.size() != 2) {
      throw new IllegalArgumentException(
          "wanted: --nats URL [--organization ID] SUBJECT FILE|JSON");
    }
    return new SendOptions(url, organization, plain.getFirst(), plain.getLast());
  }

  private static String value(String option, Iterator<String> rest) {
    try {
      return rest.next();
    } catch (NoSuchElementException e) {
      throw new IllegalArgumentException(option + " needs a value", e);
    }
  }
}
